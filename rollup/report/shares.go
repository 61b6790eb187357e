package report

import (
	"cmp"
	"math/big"
	"strings"
)

// shares are amounts of at least 0 that are looked at as shares of their sum.
type shares struct {
	byChannel bool
	names     []string
	given     map[string]*big.Rat
	sum       big.Rat
	rest      big.Rat // given by what has no name
}

func (s *shares) add(name string, given *big.Rat) {
	if s.given == nil {
		s.given = make(map[string]*big.Rat)
	}
	if s.given[name] == nil {
		s.names, s.given[name] = append(s.names, name), new(big.Rat)
	}
	s.given[name].Add(s.given[name], given)
	s.sum.Add(&s.sum, given)
}

// largest returns the name of the largest share, the first by name of equal ones.
func (s *shares) largest() string {
	var largest string
	for i, name := range s.names {
		order := 1
		if i > 0 {
			order = cmp.Or(s.given[name].Cmp(s.given[largest]), strings.Compare(largest, name))
		}
		if order > 0 {
			largest = name
		}
	}
	return largest
}

// top returns the largest share of all that is given, 0 if nothing is.
func (s *shares) top() *big.Rat {
	if s.sum.Sign() == 0 {
		return new(big.Rat)
	}
	all := new(big.Rat).Add(&s.sum, &s.rest)
	return all.Quo(s.given[s.largest()], all)
}

// index returns the normalised Herfindahl index: 0 if all shares are equal, 1 if
// one has all; 0 of fewer than two parts, or if nothing is given.
func (s *shares) index() *big.Rat {
	n := int64(len(s.names))
	h := new(big.Rat)
	if n < 2 || s.sum.Sign() == 0 {
		return h
	}
	for _, name := range s.names {
		share := new(big.Rat).Quo(s.given[name], &s.sum)
		h.Add(h, share.Mul(share, share))
	}
	h.Sub(h, big.NewRat(1, n))
	return h.Quo(h, big.NewRat(n-1, n))
}
