### What is said when a questionnaire cannot be asked, answered or counted.

assessments-conflict-answered = These answers were already sent. They are kept as they are.
assessments-conflict-not-answered = This questionnaire has not been answered yet, so there is nothing to correct.
assessments-conflict-no-battery = No questionnaires are planned for this group yet.

assessments-fault-instrument = Choose a questionnaire that this group may use
assessments-fault-answers = Choose one answer for each question, or skip it
