package goal

// places finds the position of what was numbered before. It remembers the last
// answer, since neighbours in a plan mostly share their period and their parent,
// and to compare is faster than to look up. The zero places is empty and must
// be given a map before it is added to.
type places[K comparable] struct {
	of    map[K]int32
	last  K
	place int32 // of last
	known bool  // whether there is a last
}

func (p *places[K]) find(key K) (place int32, ok bool) {
	if p.known && key == p.last {
		return p.place, true
	}
	if place, ok = p.of[key]; ok {
		p.last, p.place, p.known = key, place, true
	}
	return place, ok
}
