package goal

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Plan is a goal hierarchy as its owner writes it down: plain data, which
// [New] checks. Its JSON form is version 1 of the contract. Dates and periods
// are text, read in Zone, so that a plan is written again as it was read.
type Plan struct {
	Version    int               `json:"version,omitempty"` // 1, or 0 for the same
	ID         string            `json:"id,omitempty"`
	Title      string            `json:"title,omitempty"`
	Zone       string            `json:"zone,omitempty"`     // IANA name; "" is UTC
	Currency   string            `json:"currency,omitempty"` // ISO 4217 code for catalogue metrics in money
	Metrics    []kpi.Metric      `json:"metrics,omitempty"`
	Goals      []Goal            `json:"goals,omitempty"`
	Strategies []Strategy        `json:"strategies,omitempty"`
	Drivers    []Driver          `json:"drivers,omitempty"`
	Meta       map[string]string `json:"meta,omitempty"` // the host's own
}

// A Goal is one node as the caller writes it down.
type Goal struct {
	ID          string            `json:"id"` // unique among the plan's goals
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Level       Level             `json:"level"`
	Period      string            `json:"period"` // as kpi.ParsePeriod reads it
	Owner       string            `json:"owner,omitempty"`
	Delegate    string            `json:"delegate,omitempty"`
	Channel     string            `json:"channel,omitempty"`
	Tags        []string          `json:"tags,omitempty"`
	Cadence     kpi.Cadence       `json:"cadence,omitempty"`  // how often it is looked at
	State       State             `json:"state,omitempty"`    // "" is Active
	Since       string            `json:"since,omitempty"`    // date or instant from which State holds; before it the goal was active
	Score       kpi.Number        `json:"score,omitzero"`     // 0..1, written when the goal was closed
	Supports    []Link            `json:"supports,omitempty"` // the goals it serves; none for a root
	Measure     *Measure          `json:"measure,omitempty"`
	Progress    ProgressFrom      `json:"progress,omitempty"`   // "" is children if any counts, else measure
	BlendWeight kpi.Number        `json:"blendWeight,omitzero"` // weight of the own measure in a blend, 1 if not given
	Method      Method            `json:"method,omitempty"`     // how children combine; "" is Mean
	Weighting   Weighting         `json:"weighting,omitempty"`  // what the weights of children mean; "" is Relative
	Expected    *Profile          `json:"expected,omitempty"`   // nil is a straight line over the period
	Override    *Override         `json:"override,omitempty"`   // a manual progress
	Ambition    Ambition          `json:"ambition,omitempty"`   // "" is Committed
	Previous    string            `json:"previous,omitempty"`   // id of the goal that this one carries on, in this plan or an earlier one; who follows a chain of them must mind circles
	Guard       *Measure          `json:"guard,omitempty"`      // what must keep within limits while the goal is pursued; a control target
	Budget      *Budget           `json:"budget,omitempty"`     // what may be spent
	Cost        string            `json:"cost,omitempty"`       // id of the metric in money that adds up to what was spent
	Return      string            `json:"return,omitempty"`     // id of the metric in money that adds up to what was earned
	Meta        map[string]string `json:"meta,omitempty"`       // the host's own
}

// A Link says that a goal supports another one, and how much it weighs there
// beside its siblings.
type Link struct {
	Goal   string     `json:"goal"`
	Weight kpi.Number `json:"weight,omitzero"` // not given: 1, or a share of the rest where weights are percent; given as 0: shown, not counted; otherwise of no effect where targets give the weights
}

// A Measure says what a goal is measured by, and where that should be.
type Measure struct {
	Metric  string      `json:"metric,omitempty"`  // "" is the goal's own series: a count, the latest reading holds
	Channel string      `json:"channel,omitempty"` // "" is the goal's channel, else all channels
	Window  string      `json:"window,omitempty"`  // a trailing window such as "28d" instead of the goal's period
	Target  *kpi.Target `json:"target,omitempty"`  // nil: the value is shown and gives no progress
}

// A Profile is the progress that a plan expects over time, where that is not a
// straight line. It has Checkpoints or Buckets.
type Profile struct {
	Checkpoints []Checkpoint `json:"checkpoints,omitempty"` // in order of time, inside the period, never falling
	Steps       bool         `json:"steps,omitempty"`       // hold a checkpoint's progress until the next, instead of lines
	Buckets     []kpi.Number `json:"buckets,omitempty"`     // weights of the parts of the period, as in a season
	By          BucketBy     `json:"by,omitempty"`          // what the parts are; "" is BySlice
}

// A Checkpoint is the progress expected at the end of a day. Its JSON form is
// the pair [date, progress].
type Checkpoint struct {
	_        struct{} `strict:"tuple"`
	Date     string
	Progress kpi.Number
}

// An Override is a progress set by hand. While it is in force the goals above
// see it; what was computed is kept beside it.
type Override struct {
	Progress kpi.Number `json:"progress,omitzero"` // 0..1
	By       string     `json:"by,omitempty"`
	Reason   string     `json:"reason,omitempty"`
	From     string     `json:"from,omitempty"`  // date or instant; "" is always
	Until    string     `json:"until,omitempty"` // that day included; "" is for ever
}

// A Strategy is what is done, as opposed to what is reached. It serves goals
// and counts as activity, never as progress. Done, Cost and Return name metrics,
// which are read on the strategy's channel.
type Strategy struct {
	ID       string            `json:"id"`
	Title    string            `json:"title,omitempty"`
	Level    Level             `json:"level"`
	Goals    []string          `json:"goals,omitempty"`
	Channel  string            `json:"channel,omitempty"`
	Owner    string            `json:"owner,omitempty"`
	Delegate string            `json:"delegate,omitempty"`
	Period   string            `json:"period,omitempty"` // "" is that of its goals taken together
	Cadence  kpi.Cadence       `json:"cadence,omitempty"`
	Planned  kpi.Number        `json:"planned,omitzero"` // actions for each due period, 1 if not given
	Done     string            `json:"done,omitempty"`   // id of the metric that counts the actions
	Budget   *Budget           `json:"budget,omitempty"`
	Cost     string            `json:"cost,omitempty"`   // as of a goal
	Return   string            `json:"return,omitempty"` // as of a goal
	Kind     string            `json:"kind,omitempty"`   // free text: content, campaign, community, test, ...
	Meta     map[string]string `json:"meta,omitempty"`
}

// Location returns the zone in which the plan's dates are read. It fails with
// [ErrZone], and returns UTC beside the error, for a zone that this machine does
// not know and for "Local", which would mean another zone on another machine.
func (p Plan) Location() (*time.Location, error) {
	const longest = 64
	if p.Zone != "Local" && len(p.Zone) <= longest {
		if loc, err := time.LoadLocation(p.Zone); err == nil {
			return loc, nil
		}
	}
	return time.UTC, fmt.Errorf("goal: %w: %q", ErrZone, kpi.Clip(p.Zone))
}
