package smart

import (
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// kpiOf returns the marketing KPI that a noun phrase names, and whether all of it
// does; else only its last words, with a modifier such as "monthly" or a channel
// before them.
func (r *reading) kpiOf(n noun) (id string, exact, ok bool) {
	if n.to <= n.from || n.implied != "" {
		return "", false, false
	}
	const most = 8 // words
	text := r.phraseText(n)
	if n.fresh {
		if k, found := marketing.Lookup("new " + text); found {
			return k.ID, true, true
		}
	}
	if n.core < n.to {
		if k, found := marketing.Lookup(text); found {
			return k.ID, true, true
		}
		if r.has(n.core-1, tableRate) && n.core == n.from+1 || r.is(n.core, RoleEvery, RoleThat) {
			return "", false, false // "share of late payments", "spend per head"
		}
		n.to = n.core
	}
	if n.to-n.from > most {
		return "", false, false
	}
	return r.kpiBehind(n)
}

// kpiBehind is kpiOf for the last words of a phrase, what stands before them being
// a channel or a neutral modifier.
func (r *reading) kpiBehind(n noun) (id string, exact, ok bool) {
	for i := n.from; i < n.to; {
		part := n
		part.from = i
		if k, found := marketing.Lookup(r.phraseText(part)); found {
			return k.ID, i == n.from && n.core == n.to, true
		}
		_, next := r.find(i, tableChannel)
		if next == i {
			if _, next = r.find(i, tableNeutral); next == i {
				return "", false, false
			}
		}
		i = next
	}
	return "", false, false
}

// lowGood reports whether less of what a noun phrase names is better.
func (r *reading) lowGood(n noun) bool {
	if !n.given() {
		return false
	}
	if id, _, ok := r.kpiOf(n); ok {
		if k, found := marketing.Find(id); found && k.Unit == kpi.Rank {
			return false // "better positions" are said to increase
		} else if found && k.Better != "" {
			return k.Better == kpi.Lower
		}
	}
	for i := max(n.from, n.core-2); i < n.core; i++ {
		if r.has(i, tableLow) {
			return true
		}
	}
	return false
}
