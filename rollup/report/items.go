package report

import (
	"cmp"
	"iter"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// Items are the single things, such as posts, that a metric was read of in the
// report's period: readings that carry an id. They are listed for metrics of the
// rows whose readings add up and of which one way is better.
type Items struct {
	Metric string `json:"metric"`
	Name   string `json:"name"`
	Count  int    `json:"count"`
	Best   Item   `json:"best"`            // of equal ones the first id
	Worst  *Item  `json:"worst,omitempty"` // nil of a single item

	Median kpi.Value `json:"median"`
	// Mean leaves out the outliers.
	Mean kpi.Value `json:"mean,omitzero"`
	// Outliers brought more than 3 times the median, if that is above 0: the largest
	// first. They stay in totals.
	Outliers []Item `json:"outliers,omitempty"`

	metric kpi.Metric
}

// An Item is one thing that a metric was read of.
type Item struct {
	ID      string     `json:"id"`
	Channel string     `json:"channel,omitempty"`
	Date    string     `json:"date"` // in the plan's zone
	Value   kpi.Number `json:"value"`
}

// items fills in the items, if the source lists them.
func (v *view) items(r *Report) error {
	src, ok := v.src.(interface {
		Items(kpi.Period) iter.Seq[kpi.Observation]
	})
	if !ok {
		return nil
	}
	of := make(map[string][]Item)
	for o := range src.Items(v.period) {
		date := o.Instant().In(v.h.Location()).Format(time.DateOnly)
		of[o.Metric] = append(of[o.Metric], Item{o.ID, o.Channel, date, o.Value})
	}
	for i := range r.KPIs {
		m := r.KPIs[i].metric
		if list := of[m.ID]; len(list) > 0 && m.Combine == kpi.Sum && m.Better != kpi.Neither {
			r.Items = append(r.Items, v.itemsOf(m, list))
		}
	}
	return nil
}

// itemsOf sums up items. It sorts list, the best first.
func (v *view) itemsOf(m kpi.Metric, list []Item) Items {
	slices.SortFunc(list, func(a, b Item) int {
		order := b.Value.Cmp(a.Value)
		if m.Better == kpi.Lower {
			order = -order
		}
		return cmp.Or(order, strings.Compare(a.ID, b.ID), strings.Compare(a.Channel, b.Channel))
	})
	items := Items{Metric: m.ID, Name: titleOf(m), Count: len(list), Best: list[0], metric: m}
	if len(list) > 1 {
		items.Worst = worstOf(list)
	}
	values := make([]*big.Rat, len(list))
	for i, item := range list {
		values[i] = item.Value.Rat()
	}
	middle := median(values)
	items.Median = valueOfRat(middle)
	bound := new(big.Rat).Mul(middle, v.limits.ItemMultiple.Rat())
	sum, rest := new(big.Rat), int64(0)
	for i, item := range list {
		if middle.Sign() > 0 && values[i].Cmp(bound) > 0 {
			items.Outliers = append(items.Outliers, item)
			continue
		}
		sum.Add(sum, values[i])
		rest++
	}
	items.Mean = kpi.QuotientOf(sum, big.NewRat(rest, 1))
	if m.Better == kpi.Lower {
		slices.Reverse(items.Outliers)
	}
	return items
}

// worstOf returns the first id among the worst items of a list that is sorted.
func worstOf(list []Item) *Item {
	worst := list[len(list)-1]
	for _, item := range slices.Backward(list) {
		if item.Value.Equal(worst.Value) {
			worst = item
		}
	}
	return &worst
}

func itemOutlier(v *view, r *Report, add func(Insight)) error {
	for i := range r.Items {
		items := &r.Items[i]
		if len(items.Outliers) == 0 {
			continue
		}
		top := items.Outliers[0]
		add(Insight{
			Metric: items.Metric, Channel: top.Channel, Threshold: v.limits.ItemMultiple,
			Facts: []Fact{
				word("item", top.ID),
				{"kpi", items.Metric, titleOf(items.metric)},
				value("value", items.metric, kpi.ValueOf(top.Value)), value("median", items.metric, items.Median),
				count("count", len(items.Outliers)),
			},
		})
	}
	return nil
}
