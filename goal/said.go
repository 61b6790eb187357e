package goal

import "cmp"

// What the plan says of a goal for people and reports, as it stands there.

// Channel returns the goal's channel, "" for all of them.
func (n Node) Channel() string { return n.goal().Channel }

// Owner returns who answers for the goal, "" if the plan does not say.
func (n Node) Owner() string { return n.goal().Owner }

// Delegate returns who works on the goal for its owner, "" if the plan does not say.
func (n Node) Delegate() string { return n.goal().Delegate }

// Ambition returns how the goal's result is to be read.
func (n Node) Ambition() Ambition { return cmp.Or(n.goal().Ambition, Committed) }

// Previous returns the id of the goal that this one carries on, "" if there is
// none. The plan need not have that goal.
func (n Node) Previous() string { return n.goal().Previous }
