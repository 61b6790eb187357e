package rollup_test

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// An oracle answers what Policy.Evaluate answers, the slow and obvious way: it
// takes the plain plan and the plain observations, and follows the design's
// sections 4.1 to 4.6 line by line in fractions. It shares no code with the
// library but the calendar of package kpi.
type oracle struct {
	world
	bound    time.Time
	loc      *time.Location
	readings []kpi.Observation // versions resolved
	found    map[seriesKey]series
	links    [][]oracleLink // by parent, in the order of the plan
	results  []*oracleResult
	round    func(*big.Rat) *big.Rat // how each goal's figures are rounded
	hit      func(branch string)     // told of every branch taken
}

// An oracleLink is a link from below.
type oracleLink struct {
	child  int
	given  kpi.Number
	weight *big.Rat
}

// An oracleResult is what the oracle says of one goal; nil is unknown.
type oracleResult struct {
	value, raw, computed, measured, supported, gap *big.Rat

	from, to *big.Rat
	activity kpi.Activity

	progress, expected, pace, coverage *big.Rat
	status                             rollup.Status
	absences                           []kpi.Absence // each of them is right

	effective *big.Rat // what the goals above see, not clamped
	parts     []oraclePart
	method    goal.Method
	explained *big.Rat // what the contributions add up to
}

// An oraclePart is what a child, or the own measure in a blend, adds to a goal.
type oraclePart struct {
	child                                 int // -1 is the own measure
	excluded                              rollup.Exclusion
	weight, share, progress, contribution *big.Rat
}

// A term is one of the figures that a method combines.
type term struct {
	part     int // its place among the parts
	weight   *big.Rat
	clamped  *big.Rat // what it counts as; nil is unknown
	expected *big.Rat
	coverage *big.Rat
}

// consult returns the oracle's answers for the goals of w in the plan's order.
func consult(w world, round func(*big.Rat) *big.Rat, hit func(string)) []*oracleResult {
	o := newOracle(w, round, hit)
	o.link()
	o.results = make([]*oracleResult, len(w.plan.Goals))
	for i := range w.plan.Goals {
		o.result(i)
	}
	return o.results
}

func newOracle(w world, round func(*big.Rat) *big.Rat, hit func(string)) *oracle {
	o := &oracle{world: w, round: round, hit: hit, found: map[seriesKey]series{}}
	var err error
	o.loc, err = time.LoadLocation(cmp.Or(w.plan.Zone, "UTC"))
	o.must(err)
	at, err := kpi.ParseMoment(w.moment, o.loc)
	o.must(err)
	o.bound = at.Bound()
	o.readings = latestVersions(w.observations)
	return o
}

// must stops at what the generator never makes.
func (o *oracle) must(err error) {
	if err != nil {
		panic(err)
	}
}

// link finds the links from below, and weighs them as the parents say.
func (o *oracle) link() {
	position := map[string]int{}
	for i, g := range o.plan.Goals {
		position[g.ID] = i
	}
	o.links = make([][]oracleLink, len(o.plan.Goals))
	for child, g := range o.plan.Goals {
		for _, l := range g.Supports {
			parent := position[l.Goal]
			o.links[parent] = append(o.links[parent], oracleLink{child: child, given: l.Weight})
		}
	}
	for parent, links := range o.links {
		o.weigh(&o.plan.Goals[parent], links)
	}
}

// weigh gives links their weights: relative, percent or by target (design 4.4).
func (o *oracle) weigh(parent *goal.Goal, links []oracleLink) {
	free, rest := 0, ratOf("100")
	for _, l := range links {
		if l.given.Given() {
			rest = ratSub(rest, l.given.Rat())
		} else {
			free++
		}
	}
	for i := range links {
		l := &links[i]
		switch {
		case l.given.Given() && l.given.Sign() == 0:
			l.weight = ratZero
		case parent.Weighting == goal.ByTarget:
			o.hit("weighting: target")
			l.weight = o.distance(&o.plan.Goals[l.child])
		case l.given.Given():
			l.weight = l.given.Rat()
		case parent.Weighting == goal.Percent:
			o.hit("weighting: percent, free")
			l.weight = ratDiv(rest, big.NewRat(int64(free), 1))
		default:
			l.weight = ratOne
		}
	}
}

// distance is |T-S| of a reach target.
func (o *oracle) distance(g *goal.Goal) *big.Rat {
	from, to := targetEnds(g.Measure.Target, o.combineOf(g))
	d := ratSub(to, from)
	return d.Abs(d)
}

// period returns the time that g has.
func (o *oracle) period(g *goal.Goal) kpi.Period {
	p, err := kpi.ParsePeriod(g.Period, o.loc)
	o.must(err)
	return p
}

// since returns the first instant of g's state, and whether it has come.
func (o *oracle) since(g *goal.Goal) (at time.Time, given, come bool) {
	if g.Since == "" {
		return time.Time{}, false, true
	}
	span, err := kpi.ParseTime(g.Since, o.loc)
	o.must(err)
	return span.Start, true, span.Start.Before(o.bound)
}

// state returns g's state: asked about a day before since, it was active (design 4.4).
func (o *oracle) state(g *goal.Goal) goal.State {
	if _, _, come := o.since(g); !come {
		o.hit("since: not come")
		return goal.Active
	}
	return cmp.Or(g.State, goal.Active)
}

// cut returns up to when g's readings and expectation count: a paused or
// closed goal stops at since, if that is given (design 4.4).
func (o *oracle) cut(g *goal.Goal) time.Time {
	at, given, come := o.since(g)
	if state := o.state(g); given && come && (state == goal.Paused || state == goal.Closed) {
		o.hit("since: cut")
		return at
	}
	return o.bound
}

// override returns the progress set by hand that holds; until is included (design 4.4).
func (o *oracle) override(g *goal.Goal) *big.Rat {
	if g.Override == nil {
		return nil
	}
	if g.Override.From != "" {
		from, err := kpi.ParseTime(g.Override.From, o.loc)
		o.must(err)
		if !from.Start.Before(o.bound) {
			o.hit("override: to come")
			return nil
		}
	}
	if g.Override.Until != "" {
		until, err := kpi.ParseTime(g.Override.Until, o.loc)
		o.must(err)
		if o.bound.After(until.End) {
			o.hit("override: gone")
			return nil
		}
	}
	o.hit("override: holds")
	return roundOnce(g.Override.Progress.Rat())
}

// closingScore returns the score written when g was closed.
func (o *oracle) closingScore(g *goal.Goal) *big.Rat {
	if o.state(g) != goal.Closed || !g.Score.Given() {
		return nil
	}
	o.hit("closed: score")
	return roundOnce(g.Score.Rat())
}

// A source says what a goal takes its progress from.
type source string

const (
	fromChildren source = "children"
	fromMeasure  source = "measure"
	fromBlend    source = "blend"
	fromEqual    source = "equal children"   // policy allZeroWeights
	fromZeros    source = "all weights zero" // policy allZeroWeights
	fromNothing  source = "nothing"          // policy empty
)

// source decides it: children by default if any counts, else the measure; a
// parent whose links are all 0 uses its own measure if it has one, else the
// policy. A measure without a target gives no progress, so it is none to use.
func (o *oracle) source(i int) source {
	g := &o.plan.Goals[i]
	measured := g.Measure != nil && g.Measure.Target != nil
	counting := slices.ContainsFunc(o.links[i], o.counts)
	zeros := !counting && slices.ContainsFunc(o.links[i], o.stateCounts) // draft and cancelled children have left
	switch {
	case g.Progress == goal.FromBlend && counting && measured:
		return fromBlend
	case g.Progress != goal.FromMeasure && counting:
		return fromChildren
	case measured && (zeros || g.Progress != goal.FromChildren):
		return fromMeasure
	case !zeros:
		return fromNothing
	case o.policy.AllZeroWeights == rollup.AllZeroEqual:
		return fromEqual
	}
	return fromZeros
}

// counts reports whether a link counts: its weight is above 0, and the child
// is active, paused or closed (design 4.4).
func (o *oracle) counts(l oracleLink) bool {
	return l.weight.Sign() > 0 && o.stateCounts(l)
}

func (o *oracle) stateCounts(l oracleLink) bool {
	switch o.state(&o.plan.Goals[l.child]) {
	case goal.Active, goal.Paused, goal.Closed:
		return true
	}
	return false
}

func blendWeight(g *goal.Goal) *big.Rat {
	if !g.BlendWeight.Given() {
		return ratOne
	}
	return g.BlendWeight.Rat()
}

// result answers for goal i, its children first.
func (o *oracle) result(i int) *oracleResult {
	if o.results[i] != nil {
		return o.results[i]
	}
	g := &o.plan.Goals[i]
	r := &oracleResult{method: cmp.Or(g.Method, goal.Mean)}
	source := o.source(i)
	o.hit("source: " + string(source))

	ownRaw, ownAbsences := o.own(g, r)
	terms := o.terms(i, source, r)
	children := o.combine(r.method, terms)
	r.measured, r.supported = ratBar(ownRaw), ratBar(children.raw)
	if r.measured != nil && r.supported != nil {
		r.gap = ratSub(r.supported, r.measured)
	}

	made := children
	switch source {
	case fromMeasure:
		r.raw, r.absences = ownRaw, ownAbsences
		r.expected = o.round(o.ownExpectation(g))
		r.coverage = ratZero
		if r.raw != nil {
			r.coverage = ratOne
		}
	case fromBlend:
		terms = append(terms, o.ownTerm(g, ownRaw, r)...)
		made = o.combine(r.method, terms)
		fallthrough
	case fromChildren, fromEqual:
		r.raw, r.absences = made.raw, made.absences
		r.expected, r.coverage = made.expected, made.coverage
	case fromZeros:
		o.allZero(g, r)
	case fromNothing:
		o.empty(g, r)
		if r.raw == nil && g.Measure != nil && g.Measure.Target == nil {
			r.absences = []kpi.Absence{rollup.NoTarget}
		}
	}
	o.explain(r, terms, made)
	o.publish(i, source, r)
	o.results[i] = r
	return r
}

// own scores g's own measure.
func (o *oracle) own(g *goal.Goal, r *oracleResult) (*big.Rat, []kpi.Absence) {
	if g.Measure == nil {
		return nil, nil
	}
	read := o.read(g, o.window(g))
	r.value = read.value
	target := g.Measure.Target
	if target != nil {
		r.from, r.to = o.ends(g)
	}
	switch {
	case target == nil:
		o.hit("absence: no target")
		return nil, append(read.absences, rollup.NoTarget)
	case target.Kind == kpi.KindDone:
		return o.done(g, read), nil
	case target.Score == kpi.ScoreShare:
		return o.share(g, r)
	case read.value == nil:
		return nil, read.absences
	case measuresBaseline(target, o.combineOf(g)):
		return o.fromBaseline(g, r.from, r.to, read.value)
	}
	return o.round(o.score(target, o.combineOf(g), read.value)), nil
}

// terms returns the links that count, and lists all of them as parts.
func (o *oracle) terms(i int, source source, r *oracleResult) []term {
	var terms []term
	equal := source == fromEqual
	for _, l := range o.links[i] {
		child, state := o.result(l.child), o.state(&o.plan.Goals[l.child])
		part := oraclePart{child: l.child, weight: l.weight}
		switch {
		case state == goal.Draft || state == goal.Cancelled:
			part.excluded = rollup.Exclusion(state)
		case l.weight.Sign() == 0 && !equal:
			part.excluded = rollup.ExcludedWeight
		default:
			weight := l.weight
			if equal {
				weight = ratOne
			}
			terms = append(terms, term{
				part: len(r.parts), weight: weight, clamped: o.clamp(o.seen(l.child)),
				expected: child.expected, coverage: child.coverage,
			})
		}
		r.parts = append(r.parts, part)
	}
	return terms
}

// seen is what goal i counts as in the goals above: its effective raw, or 1 if
// closed goals count as such and no override says otherwise.
func (o *oracle) seen(i int) *big.Rat {
	g := &o.plan.Goals[i]
	if o.policy.ClosedCounts == rollup.ClosedOne && o.state(g) == goal.Closed && o.override(g) == nil {
		o.hit("closed: counts as 1")
		return ratOne
	}
	return o.results[i].effective
}

// clamp cuts what a child counts as to the policy's floor and cap.
func (o *oracle) clamp(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	low, high := ratZero, ratOne
	if o.policy.Floor.Given() {
		low = o.policy.Floor.Rat()
	}
	if o.policy.Cap.Given() {
		high = o.policy.Cap.Rat()
	}
	if o.policy.NoFloor {
		low = nil
	}
	if o.policy.NoCap {
		high = nil
	}
	clamped := ratClamp(x, low, high)
	if clamped.Cmp(x) < 0 {
		o.hit("clamp: cap")
	} else if clamped.Cmp(x) > 0 {
		o.hit("clamp: floor")
	}
	return clamped
}

// ownTerm is g's own measure as one more child, with a weight (design 4.4).
func (o *oracle) ownTerm(g *goal.Goal, raw *big.Rat, r *oracleResult) []term {
	part := oraclePart{child: -1, weight: blendWeight(g)}
	defer func() { r.parts = append(r.parts, part) }()
	if part.weight.Sign() == 0 {
		o.hit("blend: weight 0")
		part.excluded = rollup.ExcludedWeight
		return nil
	}
	coverage := ratZero
	if raw != nil {
		coverage = ratOne
	}
	return []term{{
		part: len(r.parts), weight: part.weight, clamped: o.clamp(raw),
		expected: o.round(o.ownExpectation(g)), coverage: coverage,
	}}
}

// allZero answers for a parent without a measure whose links all weigh 0, as
// the policy says.
func (o *oracle) allZero(g *goal.Goal, r *oracleResult) {
	r.expected, r.coverage = o.round(o.ownExpectation(g)), ratZero
	if o.policy.AllZeroWeights == rollup.AllZeroZero {
		o.hit("all zero: zero")
		r.raw = ratZero
		return
	}
	r.absences = []kpi.Absence{rollup.AllWeightsZero}
}

// empty answers for a goal that has neither a counting child nor a measure it may use.
func (o *oracle) empty(g *goal.Goal, r *oracleResult) {
	o.hit("empty: " + string(cmp.Or(o.policy.Empty, rollup.EmptyUnknown)))
	r.expected, r.coverage = o.round(o.ownExpectation(g)), ratZero
	switch o.policy.Empty {
	case rollup.EmptyZero:
		r.raw = ratZero
	case rollup.EmptyOne:
		r.raw = ratOne
	default:
		r.absences = []kpi.Absence{rollup.NothingCounts}
	}
}

// publish fills in what follows from the raw progress.
func (o *oracle) publish(i int, source source, r *oracleResult) {
	g := &o.plan.Goals[i]
	for _, a := range r.absences {
		o.hit("reason: " + string(a))
	}
	r.computed = ratBar(r.raw)
	r.effective = r.raw
	for _, written := range []*big.Rat{o.closingScore(g), o.override(g)} {
		if written == nil {
			continue
		}
		r.effective = written
		if source == fromMeasure || source == fromZeros || source == fromNothing { // coverage(leaf) is 1 when its value is known or overridden
			r.coverage = ratOne
		}
	}
	r.progress = ratBar(r.effective)
	if r.progress != nil && r.expected.Sign() != 0 {
		r.pace = o.round(ratDiv(r.progress, r.expected))
	}
	r.status = o.status(i, r)
	o.hit("status: " + string(r.status))
}
