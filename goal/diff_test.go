package goal_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func TestDiff(t *testing.T) {
	changed := func(of goal.ChangeOf, id, field, before, after string) goal.Change {
		return goal.Change{Kind: goal.Changed, Of: of, ID: id, Field: field, Before: before, After: after}
	}
	added := func(of goal.ChangeOf, id, field, after string) goal.Change {
		return goal.Change{Kind: goal.Added, Of: of, ID: id, Field: field, After: after}
	}
	removed := func(of goal.ChangeOf, id, field, before string) goal.Change {
		return goal.Change{Kind: goal.Removed, Of: of, ID: id, Field: field, Before: before}
	}
	tests := []struct {
		name   string
		change func(p *goal.Plan)
		want   []goal.Change
	}{
		{"nothing", func(*goal.Plan) {}, nil},
		{"numbers written otherwise", func(p *goal.Plan) { p.Goals[1].Supports[0].Weight = kpi.Num("60.0") }, nil},
		{"order alone", func(p *goal.Plan) { slices.Reverse(p.Goals); slices.Reverse(p.Metrics); slices.Reverse(p.Drivers) }, nil},
		{"the plan", func(p *goal.Plan) { p.Title, p.Zone, p.Meta["c"] = "Leads", "", "3" }, []goal.Change{
			changed(goal.OfPlan, "", "title", "Leads 2026", "Leads"), added(goal.OfPlan, "", "meta.c", "3"),
			removed(goal.OfPlan, "", "zone", "Europe/Berlin"),
		}},
		{"a target", func(p *goal.Plan) { p.Goals[1].Measure.Target.To = kpi.Num("0.03") }, []goal.Change{changed(goal.OfGoal, "cvr-q1", "measure.target.to", "0.022", "0.03")}},
		{"points are one", func(p *goal.Plan) { p.Goals[1].Measure.Target.Points[0].Progress = kpi.Num("0.5") }, []goal.Change{changed(goal.OfGoal, "cvr-q1", "measure.target.points", `[["0.021","0.4"]]`, `[["0.021","0.5"]]`)}},
		{"no measure", func(p *goal.Plan) { p.Goals[2].Measure = nil }, []goal.Change{removed(goal.OfGoal, "old", "measure", `{"metric":"leads","target":{"kind":"reach","from":"100","change":"10%"}}`)}},
		{"a switch", func(p *goal.Plan) { p.Goals[1].Expected.Steps = false }, []goal.Change{removed(goal.OfGoal, "cvr-q1", "expected.steps", "true")}},
		{"links", func(p *goal.Plan) {
			p.Goals[1].Supports = []goal.Link{{Goal: "limit"}, {Goal: "year", Weight: kpi.Int(61)}}
			p.Goals[2].Supports = nil
			p.Goals[3].Supports[0].Weight = kpi.Number{}
		}, []goal.Change{
			added(goal.OfGoal, "cvr-q1", "supports[limit]", `{"goal":"limit"}`), changed(goal.OfGoal, "cvr-q1", "supports[year].weight", "60", "61"),
			removed(goal.OfGoal, "old", "supports[year]", `{"goal":"year"}`), removed(goal.OfGoal, "keep", "supports[year].weight", "0"),
		}},
		{"goals", func(p *goal.Plan) {
			p.Goals = append([]goal.Goal{{ID: "new", Level: goal.Micro, Period: "2026"}}, p.Goals[:4]...)
		}, []goal.Change{
			added(goal.OfGoal, "new", "", `{"id":"new","level":"micro","period":"2026"}`),
			removed(goal.OfGoal, "limit", "", `{"id":"limit","level":"micro","period":"2026","measure":{"metric":"leads","target":{"kind":"at_most","value":"9"}}}`),
		}},
		{"metrics, strategies and drivers", func(p *goal.Plan) {
			p.Drivers[0].Lag, p.Drivers[1].To = "14d", "leads"
			p.Strategies[0].Goals = p.Strategies[0].Goals[:1]
			p.Metrics[0].Name = "New leads"
		}, []goal.Change{
			changed(goal.OfMetric, "leads", "name", "Leads", "New leads"),
			changed(goal.OfStrategy, "stories", "goals", `["cvr-q1","year"]`, `["cvr-q1"]`),
			changed(goal.OfDriver, "visits -> leads", "lag", "28d", "14d"),
			added(goal.OfDriver, "spend -> leads", "", `{"from":"spend","to":"leads","inverse":true}`),
			removed(goal.OfDriver, "spend -> cvr", "", `{"from":"spend","to":"cvr","inverse":true}`),
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, after := decode(t, everything), decode(t, everything)
			test.change(&after)
			assert.Equal(t, test.want, goal.Diff(before, after))
		})
	}
}

// Plans need not be right to be compared.
func TestDiffOfFaultyPlans(t *testing.T) {
	p := goal.Plan{Goals: []goal.Goal{
		{ID: "a", Supports: []goal.Link{{Goal: "x"}, {Goal: "x", Weight: kpi.Num("much")}, {}}}, {ID: "a"}, {}, {Title: "nameless"},
	}}
	assert.Empty(t, goal.Diff(p, p))
	assert.Empty(t, goal.Diff(goal.Plan{}, goal.Plan{}))
	assert.Len(t, goal.Diff(goal.Plan{}, p), 4)
	assert.Len(t, goal.Diff(p, goal.Plan{}), 4)
	other := goal.Plan{Goals: []goal.Goal{p.Goals[0], {ID: "a", Title: "second"}, {}, {Title: "nameless"}}}
	assert.Equal(t, []goal.Change{{Kind: goal.Added, Of: goal.OfGoal, ID: "a", Field: "title", After: "second"}}, goal.Diff(p, other))
}

// TestDiffSaysAll changes random plans at random and makes the changes that Diff
// found in the JSON of the one: that is the other then, but for its order. Each
// change finds there what it says was before, and leaves something else.
func TestDiffSaysAll(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 8))
	for range 200 {
		before := editablePlan(random)
		after := built(t, before).Plan()
		for range random.IntN(6) {
			edit(random, &after)
		}
		changes := goal.Diff(before, after)
		doc := generic(t, before)
		for _, c := range changes {
			makeChange(t, doc, c)
		}
		require.Equal(t, unordered(generic(t, after)), unordered(doc))
		require.Len(t, goal.Diff(after, before), len(changes), "as much the other way")
	}
}

// edit makes a random change.
func edit(random *rand.Rand, p *goal.Plan) {
	i := random.IntN(len(p.Goals))
	g := &p.Goals[i]
	switch random.IntN(8) {
	case 0:
		p.Goals = slices.Delete(p.Goals, i, i+1)
		if len(p.Goals) == 0 {
			p.Goals = []goal.Goal{step("last")}
		}
	case 1:
		p.Goals = slices.Insert(p.Goals, i, step("n"+strconv.Itoa(random.IntN(1e6))))
	case 2:
		g.Title, g.Tags = pick(random, "", "a", "b"), pick(random, nil, []string{"x"}, []string{"x", "y"})
	case 3:
		g.Supports = append(g.Supports, goal.Link{Goal: "n" + strconv.Itoa(random.IntN(1e6)), Weight: pick(random, kpi.Number{}, kpi.Int(7))})
	case 4:
		if len(g.Supports) > 0 {
			g.Supports[0].Weight = pick(random, kpi.Number{}, kpi.Int(8))
		}
	case 5:
		g.Measure = pick(random, nil, &goal.Measure{}, &goal.Measure{Metric: "rank", Target: new(kpi.AtMost("3"))})
	case 6:
		g.Expected = pick(random, nil, &goal.Profile{Buckets: []kpi.Number{kpi.Int(1)}}, &goal.Profile{Steps: true, By: goal.ByMonth})
	case 7:
		p.Meta = pick(random, nil, map[string]string{"k": "v"}, map[string]string{"k": "w", "l": "v"})
	}
}

func generic(t *testing.T, p goal.Plan) map[string]any {
	t.Helper()
	var doc map[string]any
	require.NoError(t, json.Unmarshal([]byte(encode(t, p)), &doc))
	return doc
}

// makeChange makes a change in the JSON of a plan.
func makeChange(t *testing.T, doc map[string]any, c goal.Change) {
	t.Helper()
	list, id := string(c.Of)+"s", c.ID
	object := doc
	if c.Of != goal.OfPlan {
		require.Equal(t, goal.OfGoal, c.Of, "the test edits no other lists")
		at := indexOf(doc[list], "id", id)
		if c.Field == "" {
			replace(t, doc, list, at, c)
			return
		}
		object = doc[list].([]any)[at].(map[string]any)
	}
	if rest, ok := strings.CutPrefix(c.Field, "supports["); ok {
		goalID, field, _ := strings.Cut(rest, "]")
		at := indexOf(object["supports"], "goal", goalID)
		if field == "" {
			replace(t, object, "supports", at, c)
			return
		}
		object, c.Field = object["supports"].([]any)[at].(map[string]any), strings.TrimPrefix(field, ".")
	}
	path := strings.Split(c.Field, ".")
	for _, key := range path[:len(path)-1] {
		object = object[key].(map[string]any)
	}
	key := path[len(path)-1]
	require.Equal(t, c.Kind == goal.Added, object[key] == nil, c)
	require.NotEqual(t, c.Before, c.After)
	if c.Kind != goal.Added {
		require.Equal(t, object[key], parsed(c.Before))
	}
	if c.Kind == goal.Removed {
		delete(object, key)
		return
	}
	object[key] = parsed(c.After)
}

// replace puts what a change says at a place of a list: there, nowhere or at the
// end if there is none.
func replace(t *testing.T, object map[string]any, key string, at int, c goal.Change) {
	t.Helper()
	list, _ := object[key].([]any)
	switch c.Kind {
	case goal.Added:
		require.Negative(t, at)
		object[key] = append(list, parsed(c.After))
	case goal.Removed:
		if list = slices.Delete(slices.Clone(list), at, at+1); len(list) == 0 {
			delete(object, key)
			return
		}
		object[key] = list
	default:
		t.Fatal("a whole has not changed but one of its fields")
	}
}

func indexOf(list any, key, value string) int {
	items, _ := list.([]any)
	return slices.IndexFunc(items, func(item any) bool { return item.(map[string]any)[key] == value })
}

// parsed reads the text of a change: JSON, or a string as it is.
func parsed(text string) any {
	var value any
	if text == "true" || strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
		if json.Unmarshal([]byte(text), &value) == nil {
			return value
		}
	}
	return text
}

// unordered sorts goals and links.
func unordered(doc map[string]any) map[string]any {
	goals, _ := doc["goals"].([]any)
	slices.SortFunc(goals, func(a, b any) int {
		return strings.Compare(fmt.Sprint(a.(map[string]any)["id"]), fmt.Sprint(b.(map[string]any)["id"]))
	})
	for _, g := range goals {
		links, _ := g.(map[string]any)["supports"].([]any)
		slices.SortFunc(links, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	}
	return doc
}
