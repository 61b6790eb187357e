package main

// An aim is what a measured number is to reach.
type aim struct {
	name    string
	atMost  float64
	atLeast float64 // counts where atMost is 0
	zero    bool    // at most 0
	fact    bool    // holds or does not: 1 or 0
	wish    string  // what would be better still
}

func (a *aim) met(x float64) bool {
	switch {
	case a.zero:
		return x == 0
	case a.fact:
		return x == 1
	case a.atMost > 0:
		return x <= a.atMost
	}
	return x >= a.atLeast
}

// shown returns a measured number as the page has it.
func (a *aim) shown(x float64) string {
	switch {
	case a.fact && x == 1:
		return "yes"
	case a.fact:
		return "no"
	}
	return number(x)
}

func (a *aim) asked() string {
	text := "at least " + number(a.atLeast)
	switch {
	case a.zero:
		text = "0"
	case a.fact:
		text = "yes"
	case a.atMost > 0:
		text = "at most " + number(a.atMost)
	}
	if a.wish != "" {
		text += " (better: " + a.wish + ")"
	}
	return text
}

// The goals, in the order of the page.
var (
	rollupToFloat    = &aim{name: "Full rollup from values, in float64 scans over the same arrays", atMost: 2, wish: "1.6 from 1M goals on"}
	rollupToTextbook = &aim{name: "Textbook decimals, in full rollups from values", atLeast: 60, wish: "80"}
	rollupAllocs     = &aim{name: "Allocations of a full rollup", zero: true}
	givenToGiven     = &aim{name: "Full rollup, leaves given, in float64 scans with leaves given", atMost: 2}
	givenToFloat     = &aim{name: "Full rollup, leaves given, in float64 scans from values", atMost: 1}
	sharedToBushy    = &aim{name: "Rollup of shared children, in rollups of the same size without", atMost: 2}
	chainWorks       = &aim{name: "A chain of 10M goals is rolled up and updated", fact: true}
	updateToFloat    = &aim{name: "One update at 1M goals, in float64 delta walks", atMost: 1.5}
	updateToTextbook = &aim{name: "Decimal delta walk at 1M goals, in updates", atLeast: 25}
	updateAllocs     = &aim{name: "Allocations of an update", zero: true}
	batchToSingle    = &aim{name: "A batch the way the engine chooses, in updates one by one", atMost: 1}
	batchToFull      = &aim{name: "The same with a tenth of the goals or more, in full rollups", atMost: 1}
	bytesAGoal       = &aim{name: "Bytes of the engine a goal, bushy", atMost: 56}
	objectsOfEngine  = &aim{name: "Objects on the heap in the whole engine, bushy (few: no pointers in goals)", atMost: 100}
	orderNs          = &aim{name: "Order and cycle check of 1M goals, ns a goal", atMost: 60}
	newToMap         = &aim{name: "goal.New of 1M goals, in growing one map of the ids", atMost: 2.5}
	newToPointers    = &aim{name: "Textbook map of pointers at 1M goals, in goal.New", atLeast: 1}
	newToDominik     = &aim{name: "dominikbraun/graph with cycle prevention at 1M goals, in goal.New", atLeast: 4}
	textbookToEval   = &aim{name: "Textbook evaluation of 1M goals, in Evaluate", atLeast: 8}
	evaluateAllocs   = &aim{name: "Allocations of Evaluate a goal, 1M goals", atMost: 2}
	newestMicros     = &aim{name: "Newest reading as of a moment among 10M, µs", atMost: 1.5, wish: "about 1"}
	sumMicros        = &aim{name: "Sum of a window of 10M readings, µs", atMost: 1.5, wish: "about 1"}
)

func aims() []*aim {
	return []*aim{
		rollupToFloat, rollupToTextbook, rollupAllocs, givenToGiven, givenToFloat, sharedToBushy, chainWorks,
		updateToFloat, updateToTextbook, updateAllocs, batchToSingle, batchToFull, bytesAGoal, objectsOfEngine,
		orderNs, newToMap, newToPointers, newToDominik, textbookToEval, evaluateAllocs, newestMicros, sumMicros,
	}
}
