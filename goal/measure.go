package goal

import (
	"cmp"
	"fmt"

	"github.com/goalkit/goalkit/kpi"
)

// asked is the text of a question, which many goals share.
type asked struct{ metric, channel, window string }

func (c *goalCheck) measure() {
	g := c.goal
	m := g.Measure
	if (m == nil || m.Target == nil) && (g.Progress == FromMeasure || g.Progress == FromBlend) {
		c.add("progress", ErrMeasure, string(g.Progress), "the goal has no measure with a target")
	}
	if m == nil {
		return
	}
	c.facts.question = c.question(m)
	if m.Target != nil {
		m.Target = c.target(m.Target)
	}
}

// question returns the place of what a measure asks. Questions are read once
// for all goals that share them, faulty ones for each.
func (c *goalCheck) question(m *Measure) int32 {
	b := c.b
	text := asked{m.Metric, cmp.Or(m.Channel, c.goal.Channel), m.Window}
	if i, ok := b.questions.find(text); ok {
		return i
	}
	i := int32(len(b.h.questions))
	q, right := c.read(text)
	b.h.questions = append(b.h.questions, q)
	if right {
		b.questions.of[text] = i
	}
	return i
}

// read reads a question and reports whether it is right.
func (c *goalCheck) read(text asked) (q question, right bool) {
	combine, right := c.b.h.catalogue.CombineOf(text.metric)
	if !right {
		c.add("measure.metric", kpi.ErrUnknownMetric, text.metric, "no metric has this id")
	}
	q = question{metric: text.metric, channel: text.channel, combine: combine, carries: c.b.h.catalogue.Carries(text.metric)}
	if text.window != "" {
		w, err := kpi.ParseWindow(text.window)
		if err != nil {
			c.fault("measure.window", kpi.ErrTime, text.window, err)
			right = false
		}
		q.window = w
	}
	return q, right
}

// target checks a target and keeps its ends if it is a straight line between two
// values of the plan. It returns a copy of a target of which that is not all.
func (c *goalCheck) target(t *kpi.Target) *kpi.Target {
	combine := c.b.h.questions[c.facts.question].combine
	if from, to, ok := plainEnds(t, combine); ok {
		c.line(from, to)
		if combine != kpi.Sum { // a sum begins at 0, whatever its From
			c.facts.target = plainReach
			return nil
		}
	} else {
		t.Check(combine, func(field string, reason kpi.Reason, value, detail string) {
			c.b.faultyTarget[c.i] = true
			c.add("measure.target."+field, reason, value, detail)
		})
		if from, to, ok := t.Ends(combine); ok && len(t.Points) == 0 {
			c.line(from, to)
		}
	}
	c.baseline(t)
	c.due(t)
	c.facts.target = targetCode(t, combine)
	return c.copies.target(*t)
}

// baseline reads when a baseline is measured.
func (c *goalCheck) baseline(t *kpi.Target) {
	if t.FromAt == "" {
		return
	}
	baseline, err := kpi.ParseBaseline(t.FromAt, c.b.h.loc)
	if err != nil {
		c.fault("measure.target.fromAt", kpi.ErrTime, t.FromAt, err)
		return
	}
	c.timely(baseline, t.FromAt)
	c.few().baseline = baseline
}

// timely checks that a baseline comes before what it is the baseline of: of a
// stock or a trailing window before the goal ends, of everything else before it
// starts.
func (c *goalCheck) timely(baseline kpi.Baseline, text string) {
	h := c.b.h
	q, period := &h.questions[c.facts.question], h.periods[c.facts.period]
	latest := period.Start
	if q.carries || !q.window.IsZero() {
		latest = period.End
	}
	if baseline.Window(q.combine, q.window, period, h.loc).End.After(latest) && !period.IsEmpty() {
		c.add("measure.target.fromAt", kpi.ErrTarget, text, "the baseline comes too late: of a stock or a trailing window before the goal ends, else before it starts")
	}
}

// due checks that a target scored by share says when something is due.
func (c *goalCheck) due(t *kpi.Target) {
	if t.Score != kpi.ScoreShare || !t.Kind.Control() {
		return
	}
	cadence, period := c.goal.Cadence, c.b.h.periods[c.facts.period]
	switch {
	case cadence == "":
		c.add("measure.target.score", kpi.ErrTarget, string(t.Score), "what is due needs a cadence")
	case tooManyDue(cadence, period):
		c.add("measure.target.score", kpi.ErrTarget, string(t.Score), fmt.Sprintf("more than %d periods would be due", maxDue))
	}
}

func (c *goalCheck) line(from, to kpi.Number) {
	h := c.b.h
	if h.lines == nil {
		h.lines = make([]line, h.Len())
	}
	h.lines[c.i] = line{from, to}
}

// plainEnds returns the ends of a reach target from one value to another that
// has nothing else and no fault. Most targets are, and it costs little to see;
// for all others plainEnds reports false.
func plainEnds(t *kpi.Target, combine kpi.Combine) (from, to kpi.Number, ok bool) {
	switch {
	case t.Kind != kpi.KindReach, t.FromAt != "", t.Change != "", t.Score != "", len(t.Points) > 0,
		t.Value.Given(), t.Low.Given(), t.High.Given(), t.Tolerance.Given():
		return kpi.Number{}, kpi.Number{}, false
	case !t.From.Given(), !t.To.Given(), t.From.Err() != nil, t.To.Err() != nil, t.From.Cmp(t.To) == 0:
		return kpi.Number{}, kpi.Number{}, false
	case combine == kpi.Sum:
		return kpi.Int(0), t.To, t.To.Sign() != 0
	}
	return t.From, t.To, true
}
