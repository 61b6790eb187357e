package goal

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

// goalCheck checks one goal by itself and keeps what its text says.
type goalCheck struct {
	b      *builder
	copies copier
	i      int32
	goal   *Goal
	facts  *facts
	rare   rare // what few goals have
	isRare bool // whether this one has anything of it
}

// few returns where to keep what few goals have.
func (c *goalCheck) few() *rare {
	c.isRare = true
	return &c.rare
}

// keepRare puts what few goals have, if this one does, into the hierarchy.
func (c *goalCheck) keepRare() {
	if !c.isRare {
		return
	}
	h := c.b.h
	c.facts.rare = int32(len(h.rares))
	h.rares = append(h.rares, c.rare)
	c.rare, c.isRare = h.rares[0], false
}

func (c *goalCheck) add(field string, reason kpi.Reason, value, detail string) {
	c.b.add(c.i, field, reason, value, detail)
}

// fault notes an error that a parser returned.
func (c *goalCheck) fault(field string, reason kpi.Reason, value string, err error) {
	c.add(field, reason, value, detailOf(err))
}

// detailOf returns what a parser's error says beside the text.
func detailOf(err error) string {
	if p, ok := errors.AsType[*kpi.Problem](err); ok {
		return p.Detail
	}
	return err.Error()
}

func (c *goalCheck) id() {
	id, index := c.goal.ID, c.b.h.index
	c.facts.id = id
	if id == "" {
		c.add("id", kpi.ErrEmptyID, "", "a goal needs an id")
		return
	}
	before := len(index)
	index[id] = c.i
	if len(index) == before {
		c.add("id", kpi.ErrDuplicateID, id, "another goal has this id")
		c.b.idsRepeat = true
	}
}

func (c *goalCheck) previous() {
	if p := c.goal.Previous; p != "" && p == c.goal.ID {
		c.add("previous", ErrSelfLink, p, "a goal cannot carry itself on")
	}
}

// finance checks what the goal says about money, if it does.
func (c *goalCheck) finance() {
	if g := c.goal; g.Budget != nil || g.Cost != "" || g.Return != "" {
		c.b.finance(finance{g.Budget, g.Cost, g.Return}, c.add)
	}
}

func (c *goalCheck) words() {
	g := c.goal
	g.Level.check(c.add)
	if g.Cadence != "" {
		g.Cadence.Check("cadence", c.add)
	}
	c.state()
	c.facts.progress = place(c, "progress", g.Progress, progresses[:])
	c.facts.method = place(c, "method", g.Method, methods[:])
	c.facts.weighting = place(c, "weighting", g.Weighting, weightings[:])
	place(c, "ambition", g.Ambition, ambitions[:])
}

func (c *goalCheck) state() {
	if s := c.goal.State; place(c, "state", s, states[:]) > 0 && s != Active {
		c.few().state = s
	}
}

// place returns the place of a word in the list of those that its field may
// have, the first of which is none, and reports a word that is not there.
func place[T ~string](c *goalCheck, field string, word T, list []T) uint8 {
	if word == "" {
		return 0
	}
	i := slices.Index(list, word)
	if i < 0 {
		c.add(field, kpi.ErrEnum, string(word), "want "+orOf(list[1:]))
		return 0
	}
	return uint8(i)
}

// orOf returns "a, b or c".
func orOf[T ~string](words []T) string {
	last := len(words) - 1
	var first []string
	for _, w := range words[:last] {
		first = append(first, string(w))
	}
	return strings.Join(first, ", ") + " or " + string(words[last])
}

func (c *goalCheck) times() {
	period, err := c.b.period(c.goal.Period)
	if err != nil {
		c.fault("period", kpi.ErrPeriod, c.goal.Period, err)
	}
	c.facts.period = period
	c.since()
}

func (c *goalCheck) since() {
	if c.goal.Since != "" {
		c.few().since = c.time("since", c.goal.Since)
	}
}

// period returns the goal's period, empty if it is faulty.
func (c *goalCheck) period() kpi.Period { return c.b.h.periods[c.facts.period] }

// time reads a date or an instant, if there is one.
func (c *goalCheck) time(field, text string) kpi.Period {
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
func (c *goalCheck) weight(field string, n kpi.Number) bool {
	if !n.Check(field, c.add) {
		return false
	}
	if n.Sign() < 0 {
		c.add(field, ErrNegativeWeight, n.String(), "a weight is not negative")
		return false
	}
	return true
}

func (c *goalCheck) numbers() {
	if w := c.goal.BlendWeight; w.Given() && c.weight("blendWeight", w) {
		c.few().blendWeight = w
	}
	c.score()
}

func (c *goalCheck) score() {
	g := c.goal
	if !g.Score.Given() || !g.Score.Check("score", c.add) {
		return
	}
	c.few().score = kpi.RatioOf(g.Score)
	if g.State != Closed {
		c.add("score", ErrState, g.Score.String(), "only a closed goal has a score")
	}
	if !inUnit(g.Score) {
		c.add("score", ErrState, g.Score.String(), "a score is from 0 to 1")
	}
}

// inUnit reports whether n is from 0 to 1.
func inUnit(n kpi.Number) bool { return n.Sign() >= 0 && n.Cmp(kpi.Int(1)) <= 0 }

func (c *goalCheck) profile() {
	e := c.goal.Expected
	if e == nil {
		return
	}
	place(c, "expected.by", e.By, bucketBys[:])
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

func (c *goalCheck) checkpoints(e *Profile) {
	p := newProfile(c.period(), e.Steps)
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
		if err != nil || !given || c.period().IsEmpty() {
			continue
		}
		if !p.reach(span.End, point.Progress.Rat()) {
			c.add(field, ErrExpected, point.Date, "want days of the period in order, and progress from 0 to 1 that does not fall")
		}
	}
	p.finish()
	c.few().profile = p
}

func (c *goalCheck) buckets(e *Profile) {
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
	case !right || c.period().IsEmpty() || !slices.Contains(bucketBys[:], e.By):
	case sum.Sign() == 0:
		c.add("expected.buckets", ErrExpected, "", "some bucket must have a weight")
	default:
		p := bucketProfile(e.Buckets, e.By, c.period(), c.b.h.loc)
		c.few().profile = p
		if p == nil {
			c.add("expected.buckets", ErrExpected, fmt.Sprint(len(e.Buckets)), fmt.Sprintf("the period does not touch so many %ss", e.By))
		}
	}
}

func (c *goalCheck) override() {
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
	r := c.few()
	r.override, r.overrideFrom, r.overrideUntil = kpi.RatioOf(o.Progress), from, until
	if !from.IsEmpty() && !until.IsEmpty() && !from.Start.Before(until.End) {
		c.add("override.until", ErrOverride, o.Until, "it ends before it begins")
	}
}
