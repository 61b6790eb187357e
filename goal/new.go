package goal

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

// The reasons that package goal adds to those of package kpi.
const (
	ErrVersion        kpi.Reason = "version"         // a contract version that this library does not know
	ErrZone           kpi.Reason = "zone"            // a time zone that does not exist
	ErrLevel          kpi.Reason = "level"           // no level, or a micro goal above a macro one
	ErrUnknownGoal    kpi.Reason = "unknown_goal"    // a goal, or a link to one, that the plan does not have
	ErrSelfLink       kpi.Reason = "self_link"       // a goal that supports or carries on itself, a metric that drives itself
	ErrDuplicateLink  kpi.Reason = "duplicate_link"  // a goal that supports another twice, a driver given twice
	ErrCycle          kpi.Reason = "cycle"           // links that lead back to where they began
	ErrNegativeWeight kpi.Reason = "negative_weight" // a weight below 0
	ErrPercent        kpi.Reason = "percent"         // percentages that do not make 100
	ErrMeasure        kpi.Reason = "measure"         // a measure asked for where there is none
	ErrState          kpi.Reason = "state"           // a score that does not belong or is not in 0..1
	ErrExpected       kpi.Reason = "expected"        // a profile that makes no sense
	ErrOverride       kpi.Reason = "override"        // an override that makes no sense
)

// New returns the hierarchy that plan describes, its goals in the plan's order.
// The plan knows its own metrics and the shared ones handed in beside it, such
// as a catalogue; an own metric takes the place of a shared one with its id.
//
// If any check fails it returns [kpi.Problems] with every fault found, in the
// plan's order, and no hierarchy. Besides faulty numbers, periods, dates, words,
// metrics and targets (the reasons of package kpi) these are:
//   - an unknown version or zone ([ErrVersion], [ErrZone]);
//   - ids missing or used twice ([kpi.ErrEmptyID], [kpi.ErrDuplicateID]);
//   - links to goals that the plan lacks, to the goal itself, or repeated
//     ([ErrUnknownGoal], [ErrSelfLink], [ErrDuplicateLink]);
//   - a cycle, one for each knot of goals, printed and cut at 20 ids ([ErrCycle]);
//   - a level missing, or a macro goal that supports a micro one ([ErrLevel]);
//   - a weight below 0 ([ErrNegativeWeight]); percentages that do not make 100,
//     or leave nothing for the children without one ([ErrPercent]);
//   - weighting by targets of different units ([kpi.ErrUnit]), or of a child whose
//     target is not a reach target with both ends in the plan ([kpi.ErrTarget]);
//   - progress taken from a measure, or weighting by a target, that is not there
//     ([ErrMeasure]);
//   - a score outside 0..1 or of a goal that is not closed ([ErrState]);
//   - a profile whose checkpoints are outside the period, out of order or
//     falling, or whose buckets do not match the period ([ErrExpected]);
//   - an override outside 0..1 or ending before it begins ([ErrOverride]);
//   - a goal that carries itself on, a metric that drives itself, two drivers
//     with the same ends ([ErrSelfLink], [ErrDuplicateLink]);
//   - a guard without a metric ([ErrMeasure]), or whose target is not one to keep
//     ([kpi.ErrTarget]);
//   - a cost or return that is not money that adds up, or not of one currency
//     with the budget; actions that are not counted by a sum ([kpi.ErrUnit]).
//
// The hierarchy keeps copies: changing plan afterwards has no effect on it.
func New(plan Plan, shared ...kpi.Metric) (*Hierarchy, error) {
	b := newBuilder(plan)
	b.header(shared)
	b.goals(plan.Goals)
	b.links()
	b.order()
	b.weigh()
	b.strategies()
	b.drivers()
	if err := b.sorted().Err(); err != nil {
		return nil, err
	}
	return b.h, nil
}

// A builder makes a hierarchy and notes every fault on the way.
type builder struct {
	h        *Hierarchy
	problems []placed

	idsRepeat    bool
	faultyTarget map[int32]bool // goals whose target has faults of its own

	// What was read before, by its text: goals share it.
	periods   places[string]
	questions places[asked]

	// While links are laid out:
	ids    places[string]
	given  []kpi.Number // weights as the plan has them, by child
	linked []int32      // by parent: 1 + the last goal that links to it
}

func newBuilder(plan Plan) *builder {
	h := &Hierarchy{
		plan:      plan.cloneFrame(),
		facts:     make([]facts, len(plan.Goals)),
		periods:   make([]kpi.Period, 1),
		questions: make([]question, 1),
		rares:     []rare{{state: Active, blendWeight: kpi.Int(1)}},
		shares:    make(map[int32]kpi.Value),
	}
	return &builder{
		h:            h,
		periods:      places[string]{of: make(map[string]int32)},
		questions:    places[asked]{of: make(map[asked]int32)},
		faultyTarget: make(map[int32]bool),
	}
}

// placed is a problem and the goal it is listed under: -1 before all goals,
// the number of goals after them.
type placed struct {
	goal int
	p    *kpi.Problem
}

func (b *builder) sorted() kpi.Problems {
	slices.SortStableFunc(b.problems, func(x, y placed) int { return x.goal - y.goal })
	var ps kpi.Problems
	for _, x := range b.problems {
		ps = append(ps, x.p)
	}
	return ps
}

// addPlan notes a fault outside goals, field being its path from the input;
// after says whether it comes after them.
func (b *builder) addPlan(after bool, field string, reason kpi.Reason, value, detail string) {
	at := -1
	if after {
		at = len(b.h.plan.Goals)
	}
	b.problems = append(b.problems, placed{at, kpi.NewProblem("", field, reason, value, detail)})
}

// add notes a fault of goal i. A goal without an id is named by its place.
func (b *builder) add(i int32, field string, reason kpi.Reason, value, detail string) {
	id := b.h.facts[i].id
	if id == "" {
		field = fmt.Sprintf("plan.goals[%d].%s", i, field)
	}
	b.problems = append(b.problems, placed{int(i), kpi.NewProblem(id, field, reason, value, detail)})
}

func (b *builder) header(shared []kpi.Metric) {
	p := &b.h.plan
	if p.Version != 0 && p.Version != 1 {
		b.addPlan(false, "plan.version", ErrVersion, fmt.Sprint(p.Version), "this library knows version 1")
	}
	loc, err := p.Location()
	if err != nil {
		b.addPlan(false, "plan.zone", ErrZone, p.Zone, "no such time zone")
	}
	b.h.loc = loc
	if p.Currency != "" && !kpi.IsCurrency(p.Currency) {
		b.addPlan(false, "plan.currency", kpi.ErrEnum, p.Currency, "want a currency code such as EUR")
	}
	b.h.catalogue, err = kpi.NewCatalogue(p.Metrics, shared...)
	if ps, ok := err.(kpi.Problems); ok { //nolint:errorlint // the documented type
		for _, x := range ps {
			field := x.Field
			if strings.HasPrefix(field, "metrics") { // the plan's own, not a shared one
				field = "plan." + field
			}
			b.addPlan(false, field, x.Reason, x.Value, x.Detail)
		}
	}
}

// goals copies the goals and checks each by itself. One walk does it all: a
// million goals are more memory than is near the processor.
func (b *builder) goals(goals []Goal) {
	h := b.h
	h.index = make(map[string]int32, len(goals))
	c := goalCheck{b: b, rare: h.rares[0]}
	for i := range goals {
		c.i, c.goal, c.facts = int32(i), &h.plan.Goals[i], &h.facts[i]
		c.copies.goal(c.goal, &goals[i])
		c.id()
		c.previous()
		c.words()
		c.times()
		c.numbers()
		c.measure()
		c.profile()
		c.override()
		c.guard()
		c.finance()
		c.keepRare()
	}
	if b.idsRepeat { // the first goal with an id has it
		for i := len(goals) - 1; i >= 0; i-- {
			h.index[h.facts[i].id] = int32(i)
		}
		delete(h.index, "")
	}
}

// period returns the place of a period, which is read once for all goals that
// share it; that of the empty one if text is faulty.
func (b *builder) period(text string) (int32, error) {
	if i, ok := b.periods.find(text); ok {
		return i, nil
	}
	p, err := kpi.ParsePeriod(text, b.h.loc)
	if err != nil {
		return 0, err
	}
	i := int32(len(b.h.periods))
	b.h.periods = append(b.h.periods, p)
	b.periods.of[text] = i
	return i, nil
}
