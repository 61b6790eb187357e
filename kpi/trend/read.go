package trend

import (
	"fmt"
	"iter"

	"github.com/goalkit/goalkit/kpi"
)

// Points returns the series of what is asked for: the value over each bucket,
// placed at its end. A bucket that is not all in ask.Window gives no point, so
// that one that is not finished at the window's end does not look like a poor
// one; nor does one without a value, nor one with
// no reading of its own where values are carried forward ([kpi.Catalogue.Carries]):
// that is no news. The
// buckets are periods that [Every], or the Weeks or Months of a longer period,
// give. The source is asked once; [kpi.Reader.Each] says how it can fail.
func Points(c kpi.Catalogue, src kpi.Source, ask kpi.Ask, buckets iter.Seq[kpi.Period]) ([]Point, error) {
	var points []Point
	err := read(c, src, ask, buckets, func(bucket kpi.Period, value float64) {
		points = append(points, Point{At: bucket.End, Value: value})
	})
	return points, err
}

// Totals returns what came in in each bucket, as [Points] does. The metric must
// be one whose readings add up, else Totals fails with [kpi.ErrMetric]. A bucket
// without a reading is unknown and left out: where nothing came in, a reading of
// 0 has to say so.
func Totals(c kpi.Catalogue, src kpi.Source, ask kpi.Ask, buckets iter.Seq[kpi.Period]) ([]Total, error) {
	if combine, ok := c.CombineOf(ask.Metric); ok && combine != kpi.Sum {
		return nil, kpi.NewProblem("", "metric", kpi.ErrMetric, ask.Metric, "its readings do not add up")
	}
	var totals []Total
	err := read(c, src, ask, buckets, func(bucket kpi.Period, value float64) {
		totals = append(totals, Total{Period: bucket, Value: value})
	})
	return totals, err
}

// read hands the buckets that have a value to add.
func read(
	c kpi.Catalogue, src kpi.Source, ask kpi.Ask, buckets iter.Seq[kpi.Period], add func(kpi.Period, float64),
) error {
	if _, ok := c.CombineOf(ask.Metric); !ok {
		return fmt.Errorf("trend: %w: %q", kpi.ErrUnknownMetric, kpi.Clip(ask.Metric))
	}
	if buckets == nil {
		return nil
	}
	var asks []kpi.Ask
	for bucket := range buckets {
		if bucket.IsEmpty() || !ask.Window.Encloses(bucket) {
			continue
		}
		a := ask
		a.Window = bucket
		asks = append(asks, a)
	}
	answers, err := c.Read(src, asks)
	if err != nil {
		return err
	}
	for i, a := range answers {
		bucket := asks[i].Window
		carried := c.Carries(ask.Metric) && !a.Newest.IsZero() && a.Newest.Before(bucket.Start)
		if !a.Value.Known() || carried {
			continue
		}
		value, _ := a.Value.Rat().Float64()
		add(bucket, value)
	}
	return nil
}

// Every returns an iterator over the periods of one cadence each, counted back
// from the end of span as [kpi.Cadence.After] counts, that lie in span, the
// earliest first. So the last one is finished when span is. There are none
// without a cadence, or outside the years 0 to 9999.
func Every(cadence kpi.Cadence, span kpi.Period) iter.Seq[kpi.Period] {
	return func(yield func(kpi.Period) bool) {
		for n := countBack(cadence, span); n > 0; n-- {
			p := kpi.Period{Start: cadence.After(span.End, -n), End: cadence.After(span.End, 1-n)}
			if !p.IsEmpty() && !yield(p) {
				return
			}
		}
	}
}

// countBack returns how many cadences fit in span.
func countBack(cadence kpi.Cadence, span kpi.Period) int {
	if !cadence.Valid() || cadence == "" || !inYears(span.Start, span.End) {
		return 0
	}
	n := 0
	for !cadence.After(span.End, -n-1).Before(span.Start) {
		n++
	}
	return n
}
