package goal

import (
	"reflect"

	"github.com/goalkit/goalkit/kpi"
)

// A Change is one difference between two plans, as text. The zero Change is none.
type Change struct {
	Kind  ChangeKind
	Of    ChangeOf // what it is about
	ID    string   // which one: of a driver "from -> to", of the plan itself ""
	Field string   // the path inside, as in "measure.target.to"; "" if all of it was added or removed
	// Before and After are what the plan's JSON has: words, dates and numbers as
	// they are, lists and whole objects as JSON; "" where there is nothing.
	Before, After string
}

// A ChangeKind says whether something came, went or became something else.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// ChangeOf says what a change is about.
type ChangeOf string

// What changes are about.
const (
	OfPlan     ChangeOf = "plan"
	OfMetric   ChangeOf = "metric"
	OfGoal     ChangeOf = "goal"
	OfStrategy ChangeOf = "strategy"
	OfDriver   ChangeOf = "driver"
)

// Diff returns what must be changed in one plan to get another: in the plan
// itself, its metrics, goals, strategies and drivers, in this order. In each list
// come those of after in its order, then those that were removed, in the order of
// before; fields likewise.
//
// Goals, metrics and strategies are matched by id, drivers by their two ends, and
// links by the goal that they name, as in "supports[leads].weight". An object
// that only one side has is one change, all of it; so is a list other than these.
// Their order alone is no change, and neither is another way to write the same
// number. What is written counts, not what it stands for: a weight of 1 is a
// change from no weight.
//
// The plans need not be right. Where an id occurs several times, the first is
// matched with the first, and so on, so that a plan never differs from itself.
func Diff(before, after Plan) []Change {
	d := differ{of: OfPlan}
	d.whole(itself(before), itself(after))
	diffList(&d, OfMetric, before.Metrics, after.Metrics, func(m *kpi.Metric) string { return m.ID })
	diffList(&d, OfGoal, before.Goals, after.Goals, func(g *Goal) string { return g.ID })
	diffList(&d, OfStrategy, before.Strategies, after.Strategies, func(s *Strategy) string { return s.ID })
	diffList(&d, OfDriver, before.Drivers, after.Drivers, func(x *Driver) string { return x.From + " -> " + x.To })
	return d.changes
}

// itself returns p without its lists.
func itself(p Plan) *Plan {
	p.Metrics, p.Goals, p.Strategies, p.Drivers = nil, nil, nil, nil
	return &p
}

func diffList[T any](d *differ, of ChangeOf, before, after []T, id func(*T) string) {
	d.of = of
	matched(before, after, id, func(id string, was, is *T) {
		d.id = id
		if was != nil && is != nil && reflect.DeepEqual(was, is) {
			return // JSON takes longer to say so
		}
		d.whole(was, is)
	})
}

// matched calls pair for everything in two lists, in the order of after: with
// what has the same key in both, the first of them with the first, or with nil
// for what is new; and then for what is left of before.
func matched[T any](before, after []T, key func(*T) string, pair func(key string, was, is *T)) {
	waiting := make(map[string][]int, len(before)) // positions in before
	for i := range before {
		k := key(&before[i])
		waiting[k] = append(waiting[k], i)
	}
	gone := make([]bool, len(before))
	for i := range after {
		k := key(&after[i])
		var was *T
		if list := waiting[k]; len(list) > 0 {
			was, gone[list[0]], waiting[k] = &before[list[0]], true, list[1:]
		}
		pair(k, was, &after[i])
	}
	for i := range before {
		if !gone[i] {
			pair(key(&before[i]), &before[i], nil)
		}
	}
}
