package report

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A Goal is how one goal stands at the end of the report's period, and what moved
// it since the end of the one before.
type Goal struct {
	ID      string     `json:"id"`
	Title   string     `json:"title,omitempty"`
	Level   goal.Level `json:"level"`
	Owner   string     `json:"owner,omitempty"`
	Channel string     `json:"channel,omitempty"`
	Period  kpi.Period `json:"-"`

	Status   rollup.Status `json:"status"`
	Was      rollup.Status `json:"was,omitempty"`     // at the end of the previous period
	Progress kpi.Ratio     `json:"progress,omitzero"` // what a bar shows
	Before   kpi.Ratio     `json:"before,omitzero"`   // the same then
	Change   kpi.Ratio     `json:"change,omitzero"`   // Progress - Before
	Expected kpi.Ratio     `json:"expected,omitzero"`
	Pace     kpi.Ratio     `json:"pace,omitzero"`
	Causes   []string      `json:"causes,omitempty"` // the children that drag
	Absence  kpi.Absence   `json:"reason,omitempty"` // why Progress is unknown

	Value   kpi.Value `json:"value,omitzero"` // what its measure reads
	Earlier kpi.Value `json:"valueBefore,omitzero"`
	To      kpi.Value `json:"to,omitzero"`

	// Moved is by how much the raw progress that the children give has changed, and
	// Parts what each of them added to that: they add up to it exactly, at 18 places.
	// Both are there for goals with children that are combined by a weighted mean or a
	// minimum. What did not count then, as of a goal that is new, moved from 0.
	Moved kpi.Ratio `json:"moved,omitzero"`
	Parts []Moved   `json:"parts,omitempty"`

	Money   *Money   `json:"money,omitempty"`   // of goals with a budget, a cost or a return
	Outlook *Outlook `json:"outlook,omitempty"` // of open goals with a value to reach
}

// Moved is what one child, or the own measure in a blend, added to the change of a
// goal: what it contributes now less what it did.
type Moved struct {
	Goal   string    `json:"goal,omitempty"`
	Own    bool      `json:"own,omitempty"`
	Before kpi.Ratio `json:"before"` // contribution at the end of the previous period; 0 if it did not count
	Now    kpi.Ratio `json:"now"`
	Change kpi.Ratio `json:"change"`
}

// Macro is a macro goal with the micro goals directly below it.
type Macro struct {
	Goal   string   `json:"goal"`
	Micros []string `json:"micros,omitempty"`
}

// goals fills in the goals and how they hang together.
func (v *view) goals(r *Report) {
	for now := range v.now.All() {
		n := now.Node
		if !v.live(n) {
			continue
		}
		then, _ := v.then.Goal(n.ID()) // says nothing of a goal that is new
		r.Goals = append(r.Goals, goalOf(now, then))
		if n.Level() == goal.Macro {
			r.Macros = append(r.Macros, Macro{n.ID(), v.micros(n)})
		}
	}
}

func goalOf(now, then rollup.Result) Goal {
	n := now.Node
	g := Goal{
		ID: n.ID(), Title: n.Title(), Level: n.Level(), Owner: n.Owner(), Channel: n.Channel(), Period: n.Period(),
		Status: now.Status, Was: then.Status, Progress: now.Progress, Before: then.Progress,
		Change: now.Progress.Sub(then.Progress), Expected: now.Expected, Pace: now.Pace,
		Causes: idsOf(now.Causes()), Value: now.Value, Earlier: then.Value, To: now.To,
	}
	if !now.Progress.Known() {
		g.Absence = now.Absence
	}
	g.Moved, g.Parts = moved(now, then)
	return g
}

// moved returns what the children added to the change of a goal.
func moved(now, then rollup.Result) (kpi.Ratio, []Moved) {
	earlier := make(map[string]kpi.Ratio)
	sum := kpi.Units(0)
	for _, p := range then.Parts() {
		if p.Excluded == "" && !p.Contribution.Known() {
			return kpi.Ratio{}, nil // a geometric mean
		}
		earlier[keyOf(p)] = orZero(p.Contribution)
	}
	var parts []Moved
	add := func(part Moved) {
		part.Change = part.Now.Sub(part.Before)
		parts, sum = append(parts, part), sum.Sub(kpi.Units(0).Sub(part.Change))
	}
	for _, p := range now.Parts() {
		if p.Excluded == "" && !p.Contribution.Known() {
			return kpi.Ratio{}, nil
		}
		key := keyOf(p)
		add(Moved{Goal: key, Own: p.Own, Before: orZero(earlier[key]), Now: orZero(p.Contribution)})
		delete(earlier, key)
	}
	for _, p := range then.Parts() { // those that support it no longer
		if before, gone := earlier[keyOf(p)]; gone {
			add(Moved{Goal: keyOf(p), Own: p.Own, Before: before, Now: kpi.Units(0)})
		}
	}
	if len(parts) == 0 {
		return kpi.Ratio{}, nil
	}
	return sum, parts
}

// keyOf returns the id of the goal that a part speaks of, "" of the own measure.
func keyOf(p rollup.Part) string {
	if p.Own {
		return ""
	}
	return p.Node.ID()
}

func orZero(r kpi.Ratio) kpi.Ratio {
	if r.Known() {
		return r
	}
	return kpi.Units(0)
}

// micros returns the live micro goals directly below a goal.
func (v *view) micros(n goal.Node) []string {
	var ids []string
	for e := range n.Children() {
		if e.Child.Level() == goal.Micro && v.live(e.Child) {
			ids = append(ids, e.Child.ID())
		}
	}
	return ids
}

// parents returns the goals that n supports.
func parents(n goal.Node) []goal.Node {
	var above []goal.Node
	for e := range n.Parents() {
		above = append(above, e.Parent)
	}
	return above
}

func idsOf(nodes []goal.Node) []string {
	var ids []string
	for _, n := range nodes {
		ids = append(ids, n.ID())
	}
	return ids
}
