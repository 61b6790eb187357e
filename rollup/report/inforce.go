package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// inForce returns the plan by which everything before a time is judged: of the
// policy's revisions the one in force, or the first where that came later. Without
// revisions it is h at all times.
func (p Policy) inForce(h *goal.Hierarchy, before time.Time) *goal.Hierarchy {
	if p.Revisions == nil {
		return h
	}
	if then, ok := p.Revisions.At(kpi.Before(before)); ok {
		return then
	}
	for _, first := range p.Revisions.All() {
		return first
	}
	return h
}
