package report

import (
	"maps"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
)

// A split takes the change of a rate over all channels apart.
type split struct {
	channels []string
	from, to []side // of each channel
}

// A side is the rate of a channel in one period: its sums, and how many of the
// metrics in them are known.
type side struct {
	numerator, denominator big.Rat
	known, asked           int
}

// askSplit asks for the sums behind a row on each channel, in both periods.
func (v *view) askSplit(ask *asking, row *Row) *split {
	channels := v.scope.channels
	s := &split{channels: channels, from: make([]side, len(channels)), to: make([]side, len(channels))}
	for i, channel := range channels {
		s.from[i].ask(ask, row.metric, channel, v.previous)
		s.to[i].ask(ask, row.metric, channel, v.period)
	}
	return s
}

// ask asks for both sums.
func (s *side) ask(ask *asking, m kpi.Metric, channel string, over kpi.Period) {
	scale := big.NewRat(1, 1)
	if m.Scale.Given() {
		scale = m.Scale.Rat()
	}
	s.add(ask, &s.numerator, m.Numerator, scale, kpi.Ask{Channel: channel, Window: over})
	s.add(ask, &s.denominator, m.Denominator, big.NewRat(1, 1), kpi.Ask{Channel: channel, Window: over})
}

func (s *side) add(ask *asking, sum *big.Rat, parts map[string]kpi.Number, scale *big.Rat, question kpi.Ask) {
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		coefficient := parts[id]
		s.asked++
		question.Metric = id
		ask.add(question, func(a kpi.Answer) {
			if a.Value.Known() {
				s.known++
				term := new(big.Rat).Mul(coefficient.Rat(), scale)
				sum.Add(sum, term.Mul(term, a.Value.Rat()))
			}
		})
	}
}

func (s *side) rate() kpi.Rate {
	return kpi.Rate{Numerator: valueOfRat(&s.numerator), Denominator: valueOfRat(&s.denominator)}
}

// segments returns the channels that have readings and their rates. There are none
// if a part of a rate is missing, or if readings without a channel make up the rest
// of the row.
func (s *split) segments(row *Row) (channels []string, segments []kpi.Segment) {
	for i, channel := range s.channels {
		from, to := &s.from[i], &s.to[i]
		if from.known == 0 && to.known == 0 {
			continue
		}
		if from.known%from.asked != 0 || to.known%to.asked != 0 {
			return nil, nil
		}
		channels, segments = append(channels, channel), append(segments, kpi.Segment{From: from.rate(), To: to.rate()})
	}
	if !s.makes(s.from, row.Previous.Base) || !s.makes(s.to, row.Value) {
		return nil, nil
	}
	return channels, segments
}

// makes reports whether the channels together make the row's value.
func (s *split) makes(sides []side, whole kpi.Value) bool {
	var n, d big.Rat
	for i := range sides {
		n.Add(&n, &sides[i].numerator)
		d.Add(&d, &sides[i].denominator)
	}
	return d.Sign() != 0 && new(big.Rat).Quo(&n, &d).Cmp(whole.Rat()) == 0
}

// insight says what moved the row. It reports false if there are fewer than two
// channels or the change cannot be taken apart.
func (s *split) insight(row *Row) (Insight, bool) {
	channels, segments := s.segments(row)
	effects, why := kpi.MixAndRate(segments)
	if why != "" || len(channels) < 2 {
		return Insight{}, false
	}
	var rate, mix big.Rat
	largest, by := 0, pulls(segments, effects)
	for i, e := range effects {
		rate.Add(&rate, e.Rate.Rat())
		mix.Add(&mix, e.Mix.Rat())
		if size(by[i]).Cmp(size(by[largest])) > 0 {
			largest = i
		}
	}
	m := row.metric
	return Insight{
		Metric: row.Metric, Channel: channels[largest],
		Facts: []Fact{
			kpiFact(row), value("before", m, row.Previous.Base), value("now", m, row.Value),
			change("rate", m, &rate), change("mix", m, &mix),
			word("channel", channels[largest]), change("most", m, by[largest]),
		},
	}, true
}

// pulls returns by how much each channel has moved a pooled rate: by its own rate,
// and by its share of the whole as far as its rate is not that of all,
//
//	Rate + Mix - (R0 + R1) / 2 × (s1 - s0)
//
// R being the pooled rate. Shares add up to 1 before and after, so that these, too,
// add up to the change.
func pulls(segments []kpi.Segment, effects []kpi.Effect) []*big.Rat {
	var n0, d0, n1, d1 big.Rat
	for _, s := range segments {
		n0.Add(&n0, s.From.Numerator.Rat())
		d0.Add(&d0, s.From.Denominator.Rat())
		n1.Add(&n1, s.To.Numerator.Rat())
		d1.Add(&d1, s.To.Denominator.Rat())
	}
	usual := new(big.Rat).Quo(&n0, &d0)
	usual.Add(usual, new(big.Rat).Quo(&n1, &d1))
	usual.Quo(usual, big.NewRat(2, 1))
	out := make([]*big.Rat, len(segments))
	for i, s := range segments {
		share := s.To.Denominator.Rat()
		share.Quo(share, &d1)
		share.Sub(share, new(big.Rat).Quo(s.From.Denominator.Rat(), &d0))
		pull := new(big.Rat).Add(effects[i].Rate.Rat(), effects[i].Mix.Rat())
		out[i] = pull.Sub(pull, share.Mul(share, usual))
	}
	return out
}

func size(r *big.Rat) *big.Rat { return new(big.Rat).Abs(r) }

// change is a change of a metric, with its sign.
func change(name string, m kpi.Metric, by *big.Rat) Fact {
	x, _ := by.Float64()
	text := floatText(m, x)
	if m.Unit == kpi.Fraction && !isMultiple(m) {
		text = show.Points(x)
	}
	if x > 0 {
		text = "+" + text
	}
	return Fact{name, valueOfRat(by).String(), text}
}
