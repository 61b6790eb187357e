package smart

import "math/big"

// levelGap returns the level that promises go to, and whether that falls short of
// what is needed. Steps on one channel are one after the other, so that the best
// one counts. If the goal spans all channels and levels add up over them, so do
// the best ones of the channels. Channels without a goal may hold something too:
// what falls short must do so in its change as well, from where each channel
// starts, and if a start is not known nothing is said.
func levelGap(all []promise, need promise, adds bool) (level *big.Rat, short bool) {
	channels := make(map[string]steps)
	for _, p := range all {
		channels[p.channel] = channels[p.channel].with(p)
	}
	whole, given := channels[need.channel]
	delete(channels, need.channel)
	if len(channels) == 0 {
		return whole.best, isShort(whole.best, need.to, need.direction)
	}
	if !adds || given && !isShort(whole.best, need.to, need.direction) {
		return nil, false
	}
	sum, change, known := together(channels)
	if given && isShort(sum, whole.best, need.direction) {
		sum = whole.best
	}
	if !known || need.from == nil || !isShort(sum, need.to, need.direction) {
		return nil, false
	}
	return sum, isShort(change, new(big.Rat).Sub(need.to, need.from), need.direction)
}

// steps are the promises of one channel.
type steps struct {
	best  *big.Rat // nil if there is none
	first promise
}

func (s steps) with(p promise) steps {
	if s.best == nil || isShort(s.best, p.to, p.direction) {
		s.best = p.to
	}
	before := p.window.Start.Compare(s.first.window.Start)
	if s.first.to == nil || before < 0 || before == 0 && s.first.from == nil {
		s.first = p
	}
	return s
}

// together returns the sum of the best levels of channels, and of how far they are
// from their first starts; known is false if one of those is not known.
func together(channels map[string]steps) (sum, change *big.Rat, known bool) {
	sum, change = new(big.Rat), new(big.Rat)
	for _, c := range channels {
		if c.first.from == nil {
			return sum, change, false
		}
		sum.Add(sum, c.best)
		change.Add(change, c.best).Sub(change, c.first.from)
	}
	return sum, change, true
}

// isShort reports whether x has not got to y.
func isShort(x, y *big.Rat, direction sign) bool { return sign(x.Cmp(y))*direction < 0 }
