package smart

import (
	"strconv"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// onTitle makes a rule about statements one about the titles of goals.
func onTitle(rule func(*statement, *notes)) func(*subject, *notes) {
	return func(s *subject, n *notes) {
		if !s.live || s.goal.Title == "" {
			return
		}
		before := len(n.found)
		rule(s.read(), n)
		for i := before; i < len(n.found); i++ {
			n.found[i].Field = "title"
		}
	}
}

func goalNoMetric(s *subject, n *notes) {
	if !s.measured && s.node.ChildCount() == 0 {
		n.on("measure", "nothing to measure is named", "name a KPI, or link goals that serve this one")
	}
}

func goalVagueVerb(s *subject, n *notes) {
	if s.target() == nil && s.node.ChildCount() == 0 {
		onTitle(textVagueVerb)(s, n)
	}
}

func goalChannelMissing(s *subject, n *notes) {
	if s.isMacro() || s.known == nil || !channelBound(s.known) {
		return
	}
	if ask, ok := s.node.Ask(s.bound); ok && ask.AllChannels {
		n.on("channel", "{metric} of which channel?", "set the channel that the goal is about", Param{"metric", s.label()})
	}
}

// channelBound reports whether a KPI is counted on a channel of its own.
func channelBound(k *marketing.KPI) bool {
	return k.Section == marketing.Audience || k.Section == marketing.Engagement
}

func ownerMissing(s *subject, n *notes) {
	if s.goal.Owner == "" {
		n.on("owner", "nobody is assigned", "name an owner")
	}
}

func goalActivity(s *subject, n *notes) {
	if s.live && s.goal.Title != "" && (s.goal.Level == goal.Macro || s.node.ChildCount() > 0) && s.read().isActivity() {
		n.on("title", "'{verb}' is work, not its effect", "name the KPI that it should move", Param{"verb", s.read().verb()})
	}
}

func duplicate(s *subject, n *notes) {
	twin := s.twins[s.node.Index()]
	if twin == 0 {
		return
	}
	n.on("measure.metric", "'{goal}' measures {metric} in the same place at the same time", "merge the two, or tell them apart by channel, tag or period",
		Param{"goal", s.h.At(twin - 1).ID()}, Param{"metric", s.label()})
}

// supports returns the name of the field of the i-th link of a goal.
func supports(i int) string { return "supports[" + strconv.Itoa(i) + "].goal" }
