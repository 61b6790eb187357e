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
// A forecast mixes models of how a KPI goes on, see [Forecast]. Seven or eight values
// hardly tell a KPI that walks from one that swings round its level: there the targets
// for an even chance and for one in four lie further apart than they need, and a goal of
// a KPI that has just begun to grow looks harder than it is. Of holidays that move and
// of what is planned it knows nothing.
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
