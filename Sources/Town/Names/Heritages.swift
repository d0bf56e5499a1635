extension Heritage {
  /// A town by the English sea. The first is the most common and is drawn on for partners too.
  static let all: [Heritage] = [
    british, welsh, irish, polish, romanian, portuguese, arabic, kurdish, pakistani, bangladeshi,
    indian, nigerian, ghanaian, somali, eritrean, caribbean, chinese, vietnamese, traveller,
  ]

  static let british = Heritage(
    648, ["WBRI"],
    girls: """
      Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy
      Sienna Poppy Elsie Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sophie
      Emma Emilia Penelope Aurora Ada Hallie Mabel Luna Bonnie Robyn Eliza Arabella Violet Darcie
      Maisie Thea Nancy Ruby Summer Amber Scarlett Lola Holly Ellie-Mae Lily-Rose Gracie-Mae Kayla
      Chloe Jessica Abigail Megan Leah Skye Paige Lacey Tilly Martha Edith Iris Beatrice
      """,
    boys: """
      Noah Oliver George Arthur Leo Harry Oscar Archie Jack Henry Charlie Freddie Theodore Thomas
      Finley Theo Alfie Jacob William Isaac Tommy Joshua James Alexander Lucas Mason Rory Reuben
      Louie Albie Hugo Edward Roman Ezra Jude Elijah Max Toby Teddy Bobby Ronnie Hudson Felix Albert
      Frankie Reggie Jaxon Harrison Logan Riley Tyler Jayden Kai Callum Ethan Lewis Dylan Nathan
      Bradley Connor Liam Ryan Kieran Alfie-Jay Tommy-Lee Rowan Stanley Ralph Otis Milo
      """,
    surnames: """
      Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker
      White Roberts Green Hall Wood Jackson Clarke Harris Cooper King Turner Hill Ward Moore Clark
      Baker Harrison Morris Young Allen Mitchell James Anderson Bell Lee Richardson Parker Carter
      Cook Shaw Bennett Foster Marshall Palmer Mills Webb Rogers Hunt Barker Knight Butler Holmes
      Barnes Fisher Dixon Pearce Chapman Fox Russell Stevens Ellis Wells Lane Gibson Mason Kent Page
      Dean Fletcher West Cole Hart Booth Potter Frost Reeves Burgess Goodwin Marsh Newman Peacock
      Sharp Norris Tucker Chandler Vickers Rowe Nash Crane Sutton Whitmore Ashdown Penfold Tester
      """)

  static let welsh = Heritage(
    28, ["WBRI"],
    girls: "Cerys Carys Mabli Ffion Megan Seren Nia Eleri Lowri Efa Alys Gwen Non Bethan",
    boys: "Owain Rhys Dylan Gethin Macsen Iwan Osian Tomos Ioan Gruffydd Emrys Llew Harri Macs",
    surnames:
      "Hughes Pritchard Llewellyn Griffiths Rees Bowen Howells Parry Vaughan Probert Prosser")

  static let irish = Heritage(
    30, ["WIRI"],
    girls: "Aoife Saoirse Niamh Ciara Orla Róisín Sinéad Caoimhe Siobhán Éabha Clodagh Maeve Áine",
    boys: "Cillian Oisín Fionn Seán Conor Darragh Eoin Cathal Pádraig Donnacha Tadhg Declan",
    surnames: "O'Brien O'Connor O'Neill O'Sullivan Doherty Gallagher Kelly Byrne Murphy Nolan Keane"
  )

  static let polish = Heritage(
    36, ["WOTH"],
    girls:
      "Zofia Zuzanna Hanna Maja Julia Lena Aleksandra Oliwia Natalia Wiktoria Małgorzata Agnieszka",
    boys: "Jakub Antoni Szymon Jan Filip Franciszek Wojciech Mikołaj Stanisław Paweł Łukasz Tomasz",
    surnames: """
      Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Woźniak Dąbrowski
      Mazur Krawczyk Piotrowski Grabowski Pawłowski Nowicki
      """, language: "Polish")

  static let romanian = Heritage(
    18, ["WOTH", "WROM"], girls: "Andreea Ioana Maria Elena Ștefania Bianca Alexandra Mihaela",
    boys: "Andrei Ștefan Matei Luca David Ionuț Mihai Răzvan Cristian",
    surnames: "Popescu Ionescu Dumitru Stan Munteanu Rusu Ciobanu Șerban Lungu",
    language: "Romanian")

  static let portuguese = Heritage(
    14, ["WOTH"], girls: "Inês Beatriz Mariana Leonor Matilde Carolina Luísa",
    boys: "João Tiago Rodrigo Gonçalo Duarte Afonso Simão",
    surnames: "Silva Santos Ferreira Pereira Oliveira Conceição Gonçalves Araújo Magalhães",
    language: "Portuguese")

  static let arabic = Heritage(
    34, ["OOTH"],
    girls: "Fatima Maryam Layla Noor Hala Rania Yasmin Salma Dina Hiba Amal Zeinab Lina Sara",
    boys: "Omar Yusuf Khalid Hassan Karim Adam Ibrahim Tariq Samir Zaid Bilal Anas Mahmoud",
    surnames:
      "al-Hassan al-Khatib Mansour Haddad el-Sayed Nasser Saleh Khalil Ibrahim Barakat Darwish",
    language: "Arabic")

  static let kurdish = Heritage(
    10, ["OOTH"], girls: "Shilan Rojin Berivan Zilan Hêvî Avin",
    boys: "Rebin Aram Soran Dilan Hiwa Baran",
    surnames: "Aziz Rashid Karim Ahmed Hama Salih Barzani", language: "Kurdish (Sorani)")

  static let pakistani = Heritage(
    26, ["APKN"], girls: "Aisha Zara Hafsa Maryam Amina Sana Iqra Zainab Mahnoor Rabia",
    boys: "Muhammad Ali Hamza Usman Bilal Haroon Zakariya Imran Danyal Saad",
    surnames: "Khan Hussain Ahmed Mahmood Akhtar Malik Iqbal Shah Butt Mirza Chaudhry",
    language: "Urdu")

  static let bangladeshi = Heritage(
    26, ["ABAN"], girls: "Nusrat Tahmina Sumaiya Nadia Fariha Rumana Tasnim Shirin",
    boys: "Rahim Mahir Tanvir Sabbir Rafi Nayeem Ayaan Shahid",
    surnames: "Rahman Begum Miah Uddin Choudhury Islam Ali Hoque Sarkar",
    language: "Bengali (Sylheti)")

  static let indian = Heritage(
    18, ["AIND"], girls: "Priya Anjali Diya Kavya Simran Jasleen Meera Nisha",
    boys: "Arjun Rohan Dev Harpreet Jaspal Vikram Nikhil Gurdeep",
    surnames: "Patel Singh Kaur Sharma Nair Reddy Gill Desai Iyer Sandhu", language: "Punjabi")

  static let nigerian = Heritage(
    26, ["BAFR"],
    girls: "Adaeze Chidinma Temitope Oluwaseun Ngozi Amarachi Folake Ifeoma Zainab Ebele",
    boys: "Chukwuemeka Tobi Oluwadamilola Kelechi Obinna Ayodele Emeka Babatunde Ikenna",
    surnames: "Okafor Adeyemi Okonkwo Balogun Eze Nwosu Adebayo Ogunleye Obi Bello Chukwu",
    language: "Yoruba")

  static let ghanaian = Heritage(
    14, ["BAFR"], girls: "Akosua Ama Abena Efua Adwoa Yaa Afia Esi",
    boys: "Kwame Kofi Yaw Kwabena Kojo Ebo Nana Kwaku",
    surnames: "Mensah Owusu Boateng Asante Osei Appiah Agyeman Amponsah", language: "Twi")

  static let somali = Heritage(
    12, ["BAFR"], girls: "Hodan Ayaan Sagal Hibaaq Fartun Idil",
    boys: "Abdi Liban Mahad Guled Warsame Faarax",
    surnames: "Warsame Abdi Jama Farah Mohamud Hersi Duale", language: "Somali")

  static let eritrean = Heritage(
    12, ["BAFR"], girls: "Semhar Feven Rahwa Luwam Selam",
    boys: "Yonas Filmon Natnael Dawit Samuel",
    surnames: "Tesfay Haile Gebremedhin Kidane Berhane Woldu", language: "Tigrinya")

  static let caribbean = Heritage(
    20, ["BCRB"], girls: "Shanice Tiana Aaliyah Kezia Naomi Imani Amaya",
    boys: "Malachi Jerome Tyrell Micah Zion Andre Marlon",
    surnames: "Campbell Gordon Francis Reid Grant Bailey Henry Clarke-Reid McKenzie")

  static let chinese = Heritage(
    8, ["CHNE"], girls: "Mei Xinyi Jia Yuxuan Hui", boys: "Wei Haoran Jun Zihan Ming",
    surnames: "Chen Wang Li Zhang Lau Cheung Wong", language: "Cantonese")

  static let vietnamese = Heritage(
    6, ["AOTH"], girls: "Linh Thảo Mai Phương Hạnh", boys: "Minh Đức Tuấn Khánh Bảo",
    surnames: "Nguyễn Trần Lê Phạm Võ Đặng", language: "Vietnamese")

  static let traveller = Heritage(
    14, ["WIRT", "WROM"], girls: "Lavinia Shelby Kizzy Charity Mary-Ann",
    boys: "Levi Nelson Jimmy-Joe Amos Elvis",
    surnames: "Cooper Lee Penfold Ward Connors Boswell Ayres")

  static let weights = all.map(\.weight)
}
