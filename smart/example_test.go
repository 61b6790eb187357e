package smart_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/smart"
)

func ExampleParse() {
	on := time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)
	d := smart.Parse("Increase Instagram followers by 10% in the next quarter", on)

	fmt.Println(d.Direction.Value, d.Metric.Value, d.MetricID.Value)
	fmt.Println(d.Amount.Value, d.Unit.Value, d.Kind.Value)
	fmt.Println(d.Channel.Value)
	fmt.Printf("%q from %s to %s, or %s\n", d.Period.Value, d.Start.Value, d.Deadline.Value, d.Readings)
	fmt.Println("the amount stands at", d.Amount.Span, d.Amount.Span.Of(d.Text))
	// Output:
	// increase instagram followers followers
	// 10 % relative
	// instagram
	// "in the next quarter" from 2026-04-01 to 2026-06-30, or [2026-04-15 2026-04-14]
	// the amount stands at {32 35} 10%
}

// What is no slot is marked, for whoever judges the statement.
func ExampleDraft_marks() {
	on := time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)
	d := smart.Parse("We want to improve response times significantly, hopefully soon", on)
	for _, m := range d.Marks {
		fmt.Printf("%s: %q\n", m.Kind, m.Span.Of(d.Text))
	}
	// Output:
	// hedge: "want"
	// vague verb: "improve"
	// vague term: "significantly"
	// escape: "hopefully"
	// vague time: "soon"
}

func ExampleDraft_Goal() {
	on := time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)
	g, err := smart.Parse("Raise the conversion rate from 2% to 3% in Q2", on).Goal()
	fmt.Println(g.ID, g.Level, g.Period, err)
	fmt.Println(g.Measure.Metric, g.Measure.Target.Kind, g.Measure.Target.From, g.Measure.Target.To)

	g, err = smart.Parse("Grow our Instagram followers", on).Goal()
	fmt.Println(g.Measure.Metric, g.Channel)
	fmt.Println(err)
	// Output:
	// raise-the-conversion-rate-from-2-to-3-in-q2 micro 2026-Q2 <nil>
	// conversion_rate reach 0.02 0.03
	// followers instagram
	// period: the statement does not say until when
	// measure.target: the statement says no how much
}

// A lexicon is data: add the words of a trade, and say when its year starts.
func ExampleNewParser() {
	words := smart.English()
	words.Channels["mastodon"] = []string{"mastodon", "fediverse"}
	words.Verbs[smart.VerbUp] = append(words.Verbs[smart.VerbUp], "turbocharge")
	parser, err := smart.NewParser(words, smart.Options{FiscalYear: time.April})
	if err != nil {
		fmt.Println(err)
		return
	}
	on := time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)
	d := parser.Parse("Turbocharge Mastodon followers by 500 by the end of the fiscal year", on)
	fmt.Println(d.Direction.Value, d.Amount.Value, d.Channel.Value, d.Deadline.Value)
	// Output:
	// increase 500 mastodon 2026-03-31
}
