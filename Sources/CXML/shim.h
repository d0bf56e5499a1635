// The libxml2 headers of Debian name ICU types that clash with Foundation; Kith needs none of them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
