package goal

import "strings"

// order finds an order in which every goal comes after all the goals that it
// supports (Kahn's algorithm, from the roots down, first in, first out), and a
// cycle for each knot of goals that cannot be ordered.
func (b *builder) order() {
	h := b.h
	waiting := make([]int32, h.Len()) // parents not yet ordered
	h.topDown = make([]int32, 0, h.Len())
	for i := range waiting {
		if waiting[i] = h.aboveOf[i+1] - h.aboveOf[i]; waiting[i] == 0 {
			h.topDown = append(h.topDown, int32(i))
		}
	}
	for next := 0; next < len(h.topDown); next++ {
		i := h.topDown[next]
		for _, child := range h.children[h.below[i]:h.below[i+1]] {
			if waiting[child]--; waiting[child] == 0 {
				h.topDown = append(h.topDown, child)
			}
		}
	}
	if len(h.topDown) < h.Len() {
		b.cycles(waiting)
	}
}

// cycles reports a cycle of each knot, the goals that reach each other. Only
// goals with waiting parents can be in one.
func (b *builder) cycles(waiting []int32) {
	knot := b.knots(waiting)
	size := make(map[int32]int)
	for i := range waiting {
		if waiting[i] > 0 {
			size[knot[i]]++
		}
	}
	for i := range waiting { // the first goal of a knot comes first
		if waiting[i] > 0 && size[knot[i]] > 1 {
			b.add(int32(i), "supports", ErrCycle, "", b.cycle(int32(i), knot))
			size[knot[i]] = 0
		}
	}
}

// knots numbers the strongly connected goals among those that wait (Tarjan's
// algorithm with its own stack, since chains may be a million goals long).
func (b *builder) knots(waiting []int32) []int32 {
	h := b.h
	t := tarjan{
		found: make([]int32, h.Len()), low: make([]int32, h.Len()),
		knot: make([]int32, h.Len()), onStack: make([]bool, h.Len()),
	}
	for root := range waiting {
		if waiting[root] == 0 || t.found[root] > 0 {
			continue
		}
		t.enter(int32(root), h.aboveOf[root])
		for len(t.calls) > 0 {
			c := &t.calls[len(t.calls)-1]
			if c.next == h.aboveOf[c.goal+1] {
				t.leave()
				continue
			}
			parent := h.parents[c.next]
			c.next++
			switch {
			case waiting[parent] == 0:
			case t.found[parent] == 0:
				t.enter(parent, h.aboveOf[parent])
			case t.onStack[parent]:
				t.low[c.goal] = min(t.low[c.goal], t.found[parent])
			}
		}
	}
	return t.knot
}

type tarjan struct {
	found, low, knot []int32 // found: in which order, from 1
	onStack          []bool
	stack            []int32
	calls            []tarjanCall
	count            int32
}

// tarjanCall is a goal being visited and the next of its links to follow.
type tarjanCall struct{ goal, next int32 }

func (t *tarjan) enter(goal, firstLink int32) {
	t.count++
	t.found[goal], t.low[goal] = t.count, t.count
	t.stack = append(t.stack, goal)
	t.onStack[goal] = true
	t.calls = append(t.calls, tarjanCall{goal, firstLink})
}

func (t *tarjan) leave() {
	goal := t.calls[len(t.calls)-1].goal
	t.calls = t.calls[:len(t.calls)-1]
	if len(t.calls) > 0 {
		caller := t.calls[len(t.calls)-1].goal
		t.low[caller] = min(t.low[caller], t.low[goal])
	}
	if t.low[goal] != t.found[goal] {
		return
	}
	for {
		top := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.onStack[top] = false
		t.knot[top] = goal
		if top == goal {
			return
		}
	}
}

// cycle returns a shortest way from start back to itself inside its knot, as
// "a -> b -> a", cut at 20 ids.
func (b *builder) cycle(start int32, knot []int32) string {
	h := b.h
	from := map[int32]int32{} // the goal that led here, breadth first
	queue := []int32{start}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, parent := range h.parents[h.aboveOf[i]:h.aboveOf[i+1]] {
			if _, seen := from[parent]; seen || knot[parent] != knot[start] {
				continue
			}
			from[parent] = i
			if parent == start {
				return b.path(start, from)
			}
			queue = append(queue, parent)
		}
	}
	return "" // not reached: every goal of a knot leads back to itself
}

func (b *builder) path(start int32, from map[int32]int32) string {
	const most = 20
	back := []int32{start}
	for i := from[start]; i != start; i = from[i] {
		back = append(back, i)
	}
	back = append(back, start)
	ids := make([]string, 0, most+1)
	for k := len(back) - 1; k >= 0; k-- {
		if len(ids) == most {
			ids = append(ids, "...")
			break
		}
		ids = append(ids, b.h.facts[back[k]].id)
	}
	return strings.Join(ids, " -> ")
}
