// Package smart says how well goals are put: whether they are specific,
// measurable, achievable, relevant and time-bound. It looks at goals in their
// hierarchy and at goals written in plain English.
//
//	review, err := smart.Checks{}.Assess(hierarchy, source, at) // a plan with its history
//
//	draft, a := smart.Check("Increase Instagram followers by 10% in the next quarter", monday)
//	g, err := draft.Goal() // ready to be linked, or what is missing
//
// What is found is a [Finding]: advice with a code, a severity, the place and a
// remedy, never an error. [Rules] lists what is looked for. A criterion that
// cannot be judged, because there is no history or no parent, or because text
// alone does not tell, is not assessed, which is not the same as passed.
//
// A [Draft] holds what the statement says, slot by slot: the direction, the
// metric, the amount and its kind, the channel, the period with its deadline,
// the levels it starts from and goes to. Each [Slot] tells where in the text it
// was read and how sure that is. What is no slot but tells about the quality of
// the statement (a hedge, a vague word, a placeholder) is a [Mark].
//
// A forecast takes what stands to go on by steps like those it took, as a random
// walk does. Of a KPI that swings around one level, as many rates do, it thinks
// too much possible, and of two years of months without a season it is too sure. Of
// what adds up it sees neither trend nor season, and takes weeks without a reading
// at the end for empty ones. A level that meets its limit today is not judged.
//
// Rules that hold everywhere:
//
//   - Nothing is guessed from outside the statement: what it does not say is an
//     empty slot. A date without a year is the next one to come.
//   - Reading takes time linear in the length of the text, whatever the text is.
//     No text is an error; a text that is no goal gives an empty draft.
//   - Spans are byte offsets into the text as it was handed in.
//   - No function reads a clock: the date that "next quarter" counts from is an
//     argument. The same text and date always give the same draft.
//   - The words are data, see [Lexicon]; the grammar is that of English.
//   - Everything is safe for use by several goroutines at once.
package smart
