package rollup

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// read finds the values with one call to src, and which of them count.
func (c *valueCombination) read(src kpi.Source) error {
	asks := make([]kpi.Ask, 0, len(c.values))
	for i := range c.values {
		v := &c.values[i]
		if !v.measured {
			continue
		}
		ask := v.ask
		asks = append(asks, ask)
		for _, term := range c.terms(v) {
			ask.Metric = term.ID
			asks = append(asks, ask)
		}
	}
	answers, err := c.h.Catalogue().Read(src, asks)
	if err != nil {
		return err
	}
	c.excludeRepeats()
	for i := range c.values {
		if v := &c.values[i]; v.measured {
			answers = v.take(answers, len(c.terms(v)))
		} else {
			v.Excluded = ExcludedUnknown
		}
	}
	c.markOverlaps()
	return nil
}

// terms returns the parts of a quotient that is pooled, which are read as well.
func (c *valueCombination) terms(v *valueOfGoal) []kpi.Metric {
	if c.method != ValuePooled {
		return nil
	}
	return v.metric.terms
}

// take takes the answers about v, those about the parts of a quotient behind
// it, and returns the rest.
func (v *valueOfGoal) take(answers []kpi.Answer, terms int) []kpi.Answer {
	a := answers[0]
	v.Value, v.Absence, v.AtLeast, v.AtMost = a.Value, a.Absence, a.AtLeast, a.AtMost
	known := v.Value.Known()
	if terms > 0 {
		known = true
		v.terms = make([]kpi.Number, terms)
	}
	for k := range v.terms {
		n, ok := answers[1+k].Value.Number()
		v.terms[k], known = n, known && ok
	}
	if !known && v.counts() {
		v.Excluded = ExcludedUnknown
	}
	return answers[1+terms:]
}

// addsUp reports whether the method adds readings up, so that none may count twice.
func (c *valueCombination) addsUp() bool { return c.method == ValueSum || c.method == ValuePooled }

// readings names what a goal reads: of a stock, whatever the window.
type readings struct {
	metric, channel string
	allChannels     bool
	start, end      time.Time
}

func readingsOf(v *valueOfGoal) readings {
	r := readings{metric: v.ask.Metric, channel: v.ask.Channel, allChannels: v.ask.AllChannels}
	if !v.metric.stock {
		r.start, r.end = v.ask.Window.Start.UTC(), v.ask.Window.End.UTC()
	}
	return r
}

// excludeRepeats leaves out all but one of the goals that have the same
// readings: the one with the latest window, the first of equals. A goal's own
// series is read by no other.
func (c *valueCombination) excludeRepeats() {
	if !c.addsUp() {
		return
	}
	latest := map[readings]*valueOfGoal{}
	for i := range c.values {
		v := &c.values[i]
		if v.ask.Metric == "" {
			continue
		}
		r := readingsOf(v)
		switch known := latest[r]; {
		case known == nil:
			latest[r] = v
		case v.ask.Window.End.After(known.ask.Window.End):
			known.Excluded, latest[r] = ExcludedRepeat, v
		default:
			v.Excluded = ExcludedRepeat
		}
	}
}
