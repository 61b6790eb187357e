package smart

import (
	"slices"
	"strconv"
	"time"

	"github.com/goalkit/goalkit/goal"
)

func manyChildren(s *subject, n *notes) {
	if !s.live {
		return
	}
	if count := s.mostAtOnce(); count > s.thresholds.Children {
		n.on("", "{count} goals serve it at one time", "give it at most {most}, or group them under goals between",
			Param{"count", strconv.Itoa(count)}, Param{"most", strconv.Itoa(s.thresholds.Children)})
	}
}

// mostAtOnce returns the largest number of children that count whose periods share
// a time.
func (s *subject) mostAtOnce() int {
	var starts, ends []time.Time
	for child := range s.counted() {
		starts = append(starts, child.Period().Start)
		ends = append(ends, child.Period().End)
	}
	slices.SortFunc(starts, time.Time.Compare)
	slices.SortFunc(ends, time.Time.Compare)
	largest, over := 0, 0
	for i, start := range starts {
		for over < i && !ends[over].After(start) {
			over++
		}
		largest = max(largest, i+1-over)
	}
	return largest
}

func weightsZero(s *subject, n *notes) {
	if !s.live || s.ownProgress() {
		return
	}
	some := false
	for e := range s.node.Children() {
		if e.Child.State(s.bound).Counts() {
			if e.Counts {
				return
			}
			some = true
		}
	}
	if some {
		n.on("", "all goals that serve it have no weight: nothing moves its progress", "give at least one of them a weight")
	}
}

// ownProgress reports whether the goal has a target of its own that gives its
// progress where no child counts.
func (s *subject) ownProgress() bool {
	return s.target() != nil && s.node.ProgressFrom() != goal.FromChildren
}
