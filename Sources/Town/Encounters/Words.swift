/// What workers write down after a visit, a call or a meeting: plain and kind, as to be read by the
/// family.
enum Words {
  static let visitTitles = [
    "Seeing how things are at home", "After-school visit", "A walk and a talk",
    "Getting to know each other",
    "How the week has been", "Playing and talking", "Talking about what happened",
    "Looking at the plan together",
    "Bedtimes and mornings", "Home visit", "Catching up before the holidays",
    "Worries and good things",
    "Talking about school", "Drawing the family map", "Making the safety plan ours",
    "Seeing the new room",
    "What would help most", "Listening to both sides", "Feelings cards", "Time with the baby",
  ]
  static let callTitles = [
    "Quick call", "Call to arrange a visit", "Call after a hard weekend", "Returning a call",
    "Call with good news", "How did it go?", "Call about school", "Call about the appointment",
    "Checking in", "Call about seeing family",
  ]
  static let meetingTitles = [
    "Plan group", "Meeting at school", "Family meeting", "Talking with everyone who helps",
    "My meeting",
    "Health and school together", "Looking ahead", "Making a plan with Nan and the school",
    "Child safety meeting", "Thinking about the summer",
  ]
  static let messageTitles = [
    "Message", "Text about Thursday", "A photo from sports day", "Thank you", "Changing the time",
    "Reminder", "Letter sent", "Reply to a question",
  ]

  static let opening = Phrase.list(
    """
    {c} opened the door and wanted to show me the new bunk bed first.
    We sat at the kitchen table with {a} and had a cup of tea.
    {c} was quiet to begin with and warmed up when we got the pens out.
    {a} had written down three things to talk about, and we took them one by one.
    {c} met me at the gate and we walked home the long way.
    The house was busy, so {c} and I went out to the step to talk.
    {a} said it had been a better week than the last one.
    {a} said the weekend had been hard, and told me about it from the start.
    {c} was tired after school and curled up on the sofa with the dog.
    We looked at the drawings from last time and {c} remembered every one.
    {c} had made a list of questions for me.
    {a} was worried about money this month and we began with that.
    We played two rounds of cards before {c} wanted to talk.
    {c} told me about the football match and the goal that did not count.
    I explained again why I visit, in short words, and {c} nodded.
    {a} and I talked on our own first, and then {c} joined us.
    """)

  static let middle = Phrase.list(
    """
    {c} said that mornings are better now that there is time for breakfast.
    {c} would like to see Nan more often, and I said that I would ask.
    {a} has kept every appointment this month and was proud of it.
    {c} said that shouting makes their tummy hurt.
    {c} is reading with a teaching assistant twice a week and likes it.
    {a} told me honestly about the argument on Sunday, and we went through the safety plan.
    {c} talked about missing their cousin since the move.
    We went through who {c} can call, day or night, and stuck the card on the fridge.
    {a} asked for help with the housing form and we filled it in together.
    {c} put today at six out of ten; last time it was four.
    {a} has been going to the group on Tuesdays and has made a friend there.
    {c} showed me where they sleep, and the room was warm and tidy.
    {a} said that they feel listened to, even when we do not agree.
    {c} does not want to change school, and said so clearly.
    {c} laughed about the cat and then said that nights are still scary.
    {a} asked what would happen next, and I said what I know and what I do not know yet.
    The health visitor had been the day before and was pleased with how things are going.
    {c} wants to learn to swim, and we looked up when the pool is open.
    {a} and I agreed that bedtimes are the hardest part, and what might help.
    {c} asked whether I will still be their worker next year, and I said that I plan to be.
    """)

  static let closing = Phrase.list(
    """
    I promised to ring on Friday.
    We agreed that I would talk to the school and tell {c} what they said.
    Next time we will meet at the library, which {c} chose.
    {a} will ring the doctor and I will ask about the bus pass.
    I said when I am on leave and who will visit instead.
    I left at five and {c} waved from the window.
    I will write this up so that {c} can read it.
    {a} has my number and the pod's number.
    We will look at the plan again in two weeks.
    It was good to end with something that went well.
    {c} chose a sticker for the chart before I went.
    I will send {a} a note of what we agreed.
    """)

  static let call = Phrase.list(
    """
    {a} rang to say that the appointment went well.
    I rang {a} to say that I would be ten minutes late, and we ended up talking for longer.
    {a} was upset about a letter and we read it together over the phone.
    {a} asked to move our visit to Thursday, which is fine.
    I rang to hear how the first day back at school went; {a} said that {c} came out smiling.
    {a} wanted to know who to call at the weekend.
    We talked about how {c} has been sleeping.
    {a} told me that Nan will help with the mornings.
    I told {a} what the school had said and what I had answered.
    {a} said thank you for yesterday and that {c} talked about it all evening.
    {a} could not talk long and asked me to ring tomorrow.
    We went over the plan for the weekend once more.
    """)

  /// Calls with the young person alone.
  static let youngCall = Phrase.list(
    """
    {c} rang from the bus to say that the interview had gone well.
    {c} rang because today was hard. We talked until it was a bit less hard.
    I rang {c} to say good luck for tomorrow.
    {c} asked whether we could meet a day earlier, and we can.
    {c} wanted to know what was said about them, and I read it out.
    I rang {c} to hear about the weekend, and heard about the new shoes first.
    """)

  static let message = Phrase.list(
    """
    Sent a message with the time of the visit.
    A picture of {c} with the swimming badge.
    Confirmed Thursday at four.
    {a} wrote that everything is fine.
    Sent the note of our meeting, and asked for anything I got wrong.
    Wished {c} luck for tomorrow.
    """)

  static let meeting = Phrase.list(
    """
    We went through what is working, what worries us and what needs to happen, and everyone spoke.
    {a} came with a friend and said what matters most: being told things first.
    The school said that {c} has been there nearly every day.
    We agreed three things, each with a name and a day.
    {c}'s own words were read out first, and we came back to them at the end.
    It was a hard meeting; {a} stayed until the end and we talked afterwards.
    We changed the plan so that {c} sees family on Saturdays.
    Everyone gave a number from nought to ten, and we talked about why they differ.
    """)

  static let firstCall = Phrase.list(
    """
    {a} told me what has been happening and what would help; I said who will be in touch and when.
    The school had rung with {a}'s agreement. I rang {a} to hear it in their own words.
    I rang {a}, explained why, and listened. They would like somebody to come this week.
    """)
}
