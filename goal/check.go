package goal

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/goalkit/goalkit/kpi"
)

// goalCheck checks one goal by itself and keeps what its text says.
type goalCheck struct {
	b    *builder
	i    int
	goal *Goal
	kept *checked
}

func (c goalCheck) add(field string, reason kpi.Reason, value, detail string) {
	c.b.add(c.i, field, reason, value, detail)
}

// fault notes an error that a parser returned.
func (c goalCheck) fault(field string, reason kpi.Reason, value string, err error) {
	c.add(field, reason, value, detailOf(err))
}

// detailOf returns what a parser's error says beside the text.
func detailOf(err error) string {
	if p, ok := errors.AsType[*kpi.Problem](err); ok {
		return p.Detail
	}
	return err.Error()
}

func (c goalCheck) words() {
	g := c.goal
	g.Level.check(c.add)
	g.Cadence.Check("cadence", c.add)
	c.word("state", string(g.State), oneOf(g.State, Draft, Active, Paused, Closed, Cancelled), "draft, active, paused, closed or cancelled")
	c.word("progress", string(g.Progress), oneOf(g.Progress, FromChildren, FromMeasure, FromBlend), "children, measure or blend")
	c.word("method", string(g.Method), oneOf(g.Method, Mean, Geometric, Min), "mean, geometric or min")
	c.word("weighting", string(g.Weighting), oneOf(g.Weighting, Relative, Percent, ByTarget), "relative, percent or target")
	c.word("ambition", string(g.Ambition), oneOf(g.Ambition, Committed, Aspirational), "committed or aspirational")
}

func (c goalCheck) word(field, word string, ok bool, want string) {
	if !ok {
		c.add(field, kpi.ErrEnum, word, "want "+want)
	}
}

func (c goalCheck) times() {
	p, err := c.b.period(c.goal.Period)
	if err != nil {
		c.fault("period", kpi.ErrPeriod, c.goal.Period, err)
	}
	c.kept.period = p
	c.kept.since = c.time("since", c.goal.Since)
}

// time reads a date or an instant, if there is one.
func (c goalCheck) time(field, text string) kpi.Period {
	if text == "" {
		return kpi.Period{}
	}
	span, err := kpi.ParseTime(text, c.b.h.loc)
	if err != nil {
		c.fault(field, kpi.ErrTime, text, err)
	}
	return span
}

// weight checks a weight and reports whether it is given and right.
func (c goalCheck) weight(field string, n kpi.Number) bool {
	if !n.Check(field, c.add) {
		return false
	}
	if n.Sign() < 0 {
		c.add(field, ErrNegativeWeight, n.String(), "a weight is not negative")
		return false
	}
	return true
}

func (c goalCheck) numbers() {
	c.weight("blendWeight", c.goal.BlendWeight)
	if !c.goal.Score.Check("score", c.add) {
		return
	}
	if c.goal.State != Closed {
		c.add("score", ErrState, c.goal.Score.String(), "only a closed goal has a score")
	}
	if !inUnit(c.goal.Score) {
		c.add("score", ErrState, c.goal.Score.String(), "a score is from 0 to 1")
	}
}

// inUnit reports whether n is from 0 to 1.
func inUnit(n kpi.Number) bool { return n.Sign() >= 0 && n.Cmp(kpi.Int(1)) <= 0 }

func (c goalCheck) measure() {
	m := c.goal.Measure
	if (m == nil || m.Target == nil) && (c.goal.Progress == FromMeasure || c.goal.Progress == FromBlend) {
		c.add("progress", ErrMeasure, string(c.goal.Progress), "the goal has no measure with a target")
	}
	if m == nil {
		return
	}
	combine, ok := c.b.h.catalogue.CombineOf(m.Metric)
	if !ok {
		c.add("measure.metric", kpi.ErrUnknownMetric, m.Metric, "no metric has this id")
	}
	c.kept.combine = combine
	if m.Window != "" {
		w, err := kpi.ParseWindow(m.Window)
		if err != nil {
			c.fault("measure.window", kpi.ErrTime, m.Window, err)
		}
		c.kept.window = w
	}
	if m.Target != nil {
		m.Target.Check(combine, func(field string, reason kpi.Reason, value, detail string) {
			c.b.faultyTarget[int32(c.i)] = true
			c.add("measure.target."+field, reason, value, detail)
		})
	}
}

func (c goalCheck) profile() {
	e := c.goal.Expected
	if e == nil {
		return
	}
	c.word("expected.by", string(e.By), oneOf(e.By, BySlice, ByMonth, ByWeek), "slice, month or week")
	switch {
	case (len(e.Checkpoints) > 0) == (len(e.Buckets) > 0):
		c.add("expected", ErrExpected, "", "want checkpoints or buckets, one of them")
	case len(e.Buckets) > 0 && e.Steps:
		c.add("expected.steps", ErrExpected, "true", "only checkpoints have steps")
	case len(e.Buckets) > 0:
		c.buckets(e)
	case e.By != "":
		c.add("expected.by", ErrExpected, string(e.By), "only buckets are parts of the period")
	default:
		c.checkpoints(e)
	}
}

func (c goalCheck) checkpoints(e *Profile) {
	p := newProfile(c.kept.period, e.Steps)
	for i, point := range e.Checkpoints {
		field := fmt.Sprintf("expected.checkpoints[%d]", i)
		span, err := kpi.ParseTime(point.Date, c.b.h.loc)
		if err != nil {
			c.fault(field+"[0]", kpi.ErrTime, point.Date, err)
		}
		given := point.Progress.Check(field+"[1]", c.add)
		if !point.Progress.Given() {
			c.add(field, ErrExpected, "", "a checkpoint needs a progress")
		}
		if err != nil || !given || c.kept.period.IsEmpty() {
			continue
		}
		if !p.reach(span.End, point.Progress.Rat()) {
			c.add(field, ErrExpected, point.Date, "want days of the period in order, and progress from 0 to 1 that does not fall")
		}
	}
	p.finish()
	c.kept.profile = p
}

func (c goalCheck) buckets(e *Profile) {
	right, sum := true, new(big.Rat)
	for i, w := range e.Buckets {
		field := fmt.Sprintf("expected.buckets[%d]", i)
		if !w.Given() {
			c.add(field, ErrExpected, "", "a bucket needs a weight")
		}
		if !c.weight(field, w) {
			right = false
			continue
		}
		sum.Add(sum, w.Rat())
	}
	switch {
	case !right || c.kept.period.IsEmpty() || !oneOf(e.By, BySlice, ByMonth, ByWeek):
	case sum.Sign() == 0:
		c.add("expected.buckets", ErrExpected, "", "some bucket must have a weight")
	default:
		c.kept.profile = bucketProfile(e.Buckets, e.By, c.kept.period, c.b.h.loc)
		if c.kept.profile == nil {
			c.add("expected.buckets", ErrExpected, fmt.Sprint(len(e.Buckets)), fmt.Sprintf("the period does not touch so many %ss", e.By))
		}
	}
}

func (c goalCheck) override() {
	o := c.goal.Override
	if o == nil {
		return
	}
	switch {
	case !o.Progress.Given():
		c.add("override.progress", ErrOverride, "", "an override needs a progress")
	case o.Progress.Check("override.progress", c.add) && !inUnit(o.Progress):
		c.add("override.progress", ErrOverride, o.Progress.String(), "a progress is from 0 to 1")
	}
	from, until := c.time("override.from", o.From), c.time("override.until", o.Until)
	c.kept.overrideFrom, c.kept.overrideUntil = from, until
	if !from.IsEmpty() && !until.IsEmpty() && !from.Start.Before(until.End) {
		c.add("override.until", ErrOverride, o.Until, "it ends before it begins")
	}
}
