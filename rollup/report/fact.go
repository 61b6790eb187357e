package report

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
)

// A Fact is a name or number that a sentence speaks of.
type Fact struct {
	Name  string `json:"name"`  // as the sentence has it in braces: "needed"
	Value string `json:"value"` // an id, a date, or a number in plain notation; several with commas between them, the ends of a band with a slash
	Text  string `json:"text"`  // as the English sentence writes it: "12.5%", "EUR 1,200"
}

// word is a fact that is written as it is: an id, a word, a count.
func word(name, value string) Fact { return Fact{name, value, value} }

// count is a fact that counts things.
func count(name string, n int) Fact { return word(name, strconv.Itoa(n)) }

// weeks is a count of weeks.
func weeks(name string, n int) Fact {
	if n == 1 {
		return Fact{name, "1", "1 week"}
	}
	return Fact{name, strconv.Itoa(n), strconv.Itoa(n) + " weeks"}
}

// share is a progress or share, written in percent.
func share(name string, r kpi.Ratio) Fact {
	return Fact{name, r.String(), percentText(r)}
}

// value is a value of a metric, written in its unit.
func value(name string, m kpi.Metric, v kpi.Value) Fact {
	return Fact{name, v.String(), valueText(m, v)}
}

// figure is an estimate in the unit of a metric.
func figure(name string, m kpi.Metric, e Estimate) Fact {
	if !e.Known() {
		return word(name, "unknown")
	}
	return Fact{name, e.String(), floatText(m, e.value)}
}

// points is a difference of progress, written in percentage points.
func points(name string, r kpi.Ratio) Fact {
	x, _ := r.Rat().Float64()
	return Fact{name, r.String(), show.Points(x)}
}

// date is a day, in t's location.
func date(name string, t time.Time) Fact { return word(name, t.Format(time.DateOnly)) }

// sentence puts facts in the place of their names.
func sentence(text string, facts []Fact) string {
	pairs := make([]string, 0, 2*len(facts))
	for _, f := range facts {
		pairs = append(pairs, "{"+f.Name+"}", f.Text)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// percentText writes a ratio in percent: never 100% before all is done, and never
// 0% once something has begun.
func percentText(r kpi.Ratio) string {
	if p, ok := r.Percent(); ok {
		return strconv.FormatInt(p, 10) + "%"
	}
	return "unknown"
}

func valueText(m kpi.Metric, v kpi.Value) string {
	if !v.Known() {
		return "unknown"
	}
	x, _ := v.Rat().Float64()
	return floatText(m, x)
}

// floatText writes a value in the unit of its metric: ratios in percent, but from 1
// on as they are if they say how many times, durations in
// seconds, money with its currency.
func floatText(m kpi.Metric, x float64) string {
	switch {
	case m.Unit == kpi.Fraction && (!isMultiple(m) || math.Abs(x) < 1):
		return show.Percent(x)
	case m.Unit == kpi.Duration:
		return show.Digits(x) + " s"
	}
	if code, ok := m.Unit.Currency(); ok {
		return show.Money(code, x)
	}
	return show.Digits(x)
}

// isMultiple reports whether a ratio says how many times, as a return on spend does:
// it is never below 0 and may be above 1.
func isMultiple(m kpi.Metric) bool {
	return m.Unit == kpi.Fraction && m.Low.Given() && m.Low.Sign() >= 0 &&
		(!m.High.Given() || m.High.Cmp(kpi.Int(1)) > 0)
}

// name is a goal, written by its title.
func name(fact string, n goal.Node) Fact { return Fact{fact, n.ID(), cmp.Or(n.Title(), n.ID())} }
