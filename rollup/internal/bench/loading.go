package main

import (
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"

	"github.com/dominikbraun/graph"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/forest"
	"github.com/goalkit/goalkit/kpi"
)

// loading checks a plan and looks for cycles.
func loading(s scale, p *page) {
	table := p.table("Loading",
		"A bushy plan with string ids. goal.New checks everything that a plan may have wrong; the others only ids, links and\n"+
			"cycles: one map of the ids (nothing else), a map of pointers with a depth-first search, gonum's simple.DirectedGraph\n"+
			"with topo.Sort and a map of the ids, and dominikbraun/graph with PreventCycles, unsorted; these two in few rounds, since\n"+
			"they take many seconds. The goals are asked at 1M.",
		"goals", "goal.New, ns a goal", "goal.New / map", "pointers / goal.New", "gonum / goal.New", "dominikbraun / goal.New", "order and cycles, ns a goal")
	for _, size := range s.loads {
		plan := planOf(forest.New(forest.Bushy, size))
		t := s.race(
			variant{"new", func() { _, err := goal.New(plan); check(err) }},
			variant{"map", func() { check(growMap(plan)) }},
			variant{"pointers", func() { check(loadPointers(plan)) }},
		)
		graphs := s.fewer(3).race(
			variant{"new", func() { _, err := goal.New(plan); check(err) }},
			variant{"gonum", func() { check(loadGonum(plan)) }},
			variant{"dominikbraun", func() { check(loadDominikbraun(plan)) }},
		)
		var toMap, toPointers, toDominik, order *aim
		if size == s.pointers {
			toMap, toPointers, toDominik, order = newToMap, newToPointers, newToDominik, orderNs
		}
		r := table.row(short(size)).
			plain(t.ns("new", size)).
			judge(toMap, t.ratio("new", "map")).
			judge(toPointers, t.ratio("pointers", "new")).
			plain(graphs.ratio("gonum", "new")).
			judge(toDominik, graphs.ratio("dominikbraun", "new"))
		r.order(s, order, size)
	}
}

// order adds what the order and the search for cycles take. They are a part of
// goal.New that only a benchmark of its package can call by itself.
func (r *row) order(s scale, a *aim, size int) {
	ns, err := orderOf(size, s.rounds)
	if err != nil {
		r.text("")
		p := r.table.page
		p.remarks = append(p.remarks, fmt.Sprintf("Order and cycle check of %s goals: %v.", short(size), err))
		return
	}
	r.judge(a, ns)
}

var perGoal = regexp.MustCompile(`([0-9.]+) ns/goal`)

func orderOf(size, rounds int) (spread, error) {
	only := fmt.Sprintf("^BenchmarkNew$/^%d$/^order$", size)
	command := exec.Command("go", "test", "-run", "^$", "-bench", only, "-benchtime", "100ms", "-count", strconv.Itoa(rounds), "./goal")
	command.Dir = "../../.."
	out, err := command.CombinedOutput()
	if err != nil {
		return spread{}, fmt.Errorf("%w: %s", err, out)
	}
	var all []float64
	for _, m := range perGoal.FindAllSubmatch(out, -1) {
		ns, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil {
			return spread{}, err
		}
		all = append(all, ns)
	}
	if len(all) == 0 {
		return spread{}, errors.New("package goal has no such benchmark")
	}
	return spreadOf(all), nil
}

// growMap makes the one map that no checking of ids can do without.
func growMap(plan goal.Plan) error {
	index := make(map[string]int32)
	for i := range plan.Goals {
		index[plan.Goals[i].ID] = int32(i)
	}
	if len(index) != len(plan.Goals) {
		return errors.New("an id is used twice")
	}
	return nil
}

// A pointerGoal is a goal of the graph that one would write first.
type pointerGoal struct {
	parents []*pointerGoal
	weights []kpi.Number
	colour  uint8 // 0 not visited, 1 on the way, 2 done
}

func loadPointers(plan goal.Plan) error {
	nodes := make(map[string]*pointerGoal)
	for _, g := range plan.Goals {
		if _, taken := nodes[g.ID]; taken || g.ID == "" {
			return errors.New("a faulty id")
		}
		nodes[g.ID] = &pointerGoal{}
	}
	for _, g := range plan.Goals {
		node := nodes[g.ID]
		for _, link := range g.Supports {
			parent, ok := nodes[link.Goal]
			if !ok {
				return errors.New("an unknown goal")
			}
			node.parents = append(node.parents, parent)
			node.weights = append(node.weights, link.Weight)
		}
	}
	for _, g := range plan.Goals {
		if nodes[g.ID].inCycle() {
			return errors.New("a cycle")
		}
	}
	return nil
}

func (g *pointerGoal) inCycle() bool {
	if g.colour > 0 {
		return g.colour == 1
	}
	g.colour = 1
	for _, parent := range g.parents {
		if parent.inCycle() {
			return true
		}
	}
	g.colour = 2
	return false
}

func loadGonum(plan goal.Plan) error {
	g := simple.NewDirectedGraph()
	index := make(map[string]int64)
	for i := range plan.Goals {
		index[plan.Goals[i].ID] = int64(i)
		g.AddNode(simple.Node(i))
	}
	for i := range plan.Goals {
		for _, link := range plan.Goals[i].Supports {
			parent, ok := index[link.Goal]
			if !ok {
				return errors.New("an unknown goal")
			}
			g.SetEdge(simple.Edge{F: simple.Node(i), T: simple.Node(parent)})
		}
	}
	_, err := topo.Sort(g)
	return err
}

func loadDominikbraun(plan goal.Plan) error {
	g := graph.New(graph.StringHash, graph.Directed(), graph.PreventCycles())
	for i := range plan.Goals {
		if err := g.AddVertex(plan.Goals[i].ID); err != nil {
			return err
		}
	}
	for i := range plan.Goals {
		for _, link := range plan.Goals[i].Supports {
			if err := g.AddEdge(plan.Goals[i].ID, link.Goal); err != nil {
				return err
			}
		}
	}
	return nil
}
