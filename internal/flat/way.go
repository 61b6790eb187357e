package flat

// A Way is how many changes at once are brought up.
type Way int

// The ways, all of which come to the same figures.
const (
	EachAlone Way = iota // [Engine.Set] for each
	Staged               // [Engine.Stage] for each, then [Engine.Settle]
	Anew                 // [Engine.Put] for each, then [Engine.Rollup]
)

// Way returns the fastest way to change so many goals at once. Where one way
// overtakes the other was measured; the larger the engine, the less of it fits
// the caches, and the sooner it pays to go through it in order.
func (e *Engine) Way(changes int) Way {
	goals := len(e.figures)
	alone, staged := goals/256, goals/32 // up to so many
	switch {
	case goals < 50_000:
		alone, staged = goals/6, goals/6
	case goals < 500_000:
		alone, staged = goals/32, goals/16
	}
	switch {
	case changes <= max(alone, 1):
		return EachAlone
	case changes <= staged:
		return Staged
	}
	return Anew
}
