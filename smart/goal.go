package smart

import (
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// Goal returns the micro goal that the statement describes, ready to be linked to
// the goals that it serves: the statement as its title, an id made of its words,
// its period, its channel, and a measure with a target.
//
// A metric of the marketing catalogue is measured in the catalogue's unit: a
// percentage as a fraction, a time in seconds. Whoever hands the goal to
// [goal.New] hands in marketing.Metrics with the currency of the goals too. Any
// other metric is the goal's own series, in the unit of the statement: readings
// of "40%" are 40.
//
//	statement                              target
//	grow followers by 10%                  reach, change "10%"
//	reduce churn by 2 points               reach, change "-0.02"
//	win 30 clients; publish 12 posts       reach, from 0 to 30 (a flow: to 30)
//	raise conversion from 2% to 3%         reach, from 0.02 to 0.03
//	reach 5,000 followers                  reach 5000, no baseline
//	keep churn below 3%                    at_most 0.03
//	reduce complaints to 20                at_most 20, there being no baseline
//	launch the website                     done
//	publish 2 posts per week               at_least 2, by the share of the weeks, cadence week
//	get to 900 visits a month              reach 900, within the last month (window 1m)
//
// A goal that starts where the text does not say starts on the day that the
// statement was read on. Everything that is known is filled in, also if something
// is missing; then the error is [kpi.Problems]:
//   - no amount and no milestone ([kpi.ErrTarget]), or one that makes no target,
//     as from 5 to 5, or more of a level every week;
//   - an amount in a unit that the metric does not have ([kpi.ErrUnit]);
//   - no deadline, or one before the start ([kpi.ErrPeriod]);
//   - no words to make an id of ([kpi.ErrEmptyID]).
func (d Draft) Goal() (goal.Goal, error) {
	b := goalBuilder{draft: d}
	if k, ok := marketing.Find(d.MetricID.Value); ok && d.Direction.Value != Do {
		b.kpi = k
	}
	b.goal = goal.Goal{
		ID:      slug(d.Text),
		Title:   strings.TrimSpace(d.Text),
		Level:   goal.Micro,
		Period:  b.period(),
		Channel: d.Channel.Value,
		Measure: &goal.Measure{Metric: b.kpi.ID},
	}
	if b.goal.ID == "" {
		b.problems.Add("", "id", kpi.ErrEmptyID, "", "the statement has no words")
	}
	b.target()
	return b.goal, b.problems.Err()
}

type goalBuilder struct {
	draft    Draft
	goal     goal.Goal
	kpi      marketing.KPI // the zero KPI for the goal's own series
	problems kpi.Problems
}

// period returns the goal's period as text, with the name it has if it has one.
func (b *goalBuilder) period() string {
	d := b.draft
	switch {
	case !d.Period.Given():
		b.problems.Add("", "period", kpi.ErrPeriod, "", "the statement does not say until when")
		return ""
	case !d.Deadline.Given():
		b.problems.Add("", "period", kpi.ErrPeriod, d.Period.Value, "cannot be dated without its "+string(d.Calendar))
		return ""
	}
	start := d.On
	if d.Start.Given() {
		start = d.Start.Value
	}
	if d.Deadline.Value < start {
		b.problems.Add("", "period", kpi.ErrPeriod, d.Period.Value, "ends before "+string(start))
		return ""
	}
	return periodText(start, d.Deadline.Value)
}

// periodText returns the shortest text for the days from start to end.
func periodText(start, end Date) string {
	first, err := time.Parse(time.DateOnly, string(start))
	if err != nil {
		return ""
	}
	year, month, _ := first.Date()
	names := []string{
		string(start), first.Format("2006-01"), first.Format("2006"),
		first.Format("2006") + "-Q" + string(rune('1'+int(month-1)/3)), first.Format("2006") + "-H" + string(rune('1'+int(month-1)/6)),
	}
	for _, name := range names {
		p, err := kpi.ParsePeriod(name, nil)
		if err == nil && p.Start.Equal(first) && dateOf(last(p)) == end && year == p.Start.Year() {
			return name
		}
	}
	return string(start) + "/" + string(end)
}

// slug returns text as an id: its words in lower case with hyphens between, cut
// to 64 bytes.
func slug(text string) string {
	const most = 64
	var b strings.Builder
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		if b.Len()+len(word) >= most {
			break
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word)
	}
	return b.String()
}
