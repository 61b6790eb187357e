package kpi

// A topic is what is read of one metric, or of one goal's own series. Most are
// read on one channel, which lies in the topic itself.
type topic struct {
	topicKey
	first channelSeries
	more  *moreChannels
}

type topicKey struct{ metric, goal string }

type channelSeries struct {
	channel string
	series
}

// moreChannels are those after a topic's first, in the order of their first reading.
type moreChannels struct {
	list  []channelSeries
	index map[string]int // channel -> position, once there are many
}

// find returns the series of a channel, nil if there is none.
func (t *topic) find(channel string) *series {
	if t.first.channel == channel {
		return &t.first.series
	}
	if t.more == nil {
		return nil
	}
	return t.more.find(channel)
}

func (m *moreChannels) find(channel string) *series {
	if m.index != nil {
		if i, ok := m.index[channel]; ok {
			return &m.list[i].series
		}
		return nil
	}
	for i := range m.list {
		if m.list[i].channel == channel {
			return &m.list[i].series
		}
	}
	return nil
}

// open returns the series of a channel, a new one if there is none.
func (t *topic) open(channel string) *series {
	if s := t.find(channel); s != nil {
		return s
	}
	if t.more == nil {
		t.more = &moreChannels{}
	}
	return t.more.add(channel)
}

func (m *moreChannels) add(channel string) *series {
	const many = 8
	m.list = append(m.list, channelSeries{channel: channel})
	last := len(m.list) - 1
	switch {
	case m.index != nil:
		m.index[channel] = last
	case last == many:
		m.index = make(map[string]int)
		for i := range m.list {
			m.index[m.list[i].channel] = i
		}
	}
	return &m.list[last].series
}

// topics finds topics by name. They lie in the order of their first reading, which
// is often the order in which they are asked for.
type topics struct {
	list    []topic
	metrics map[string]int32 // name -> position
	goals   map[string]int32
}

// find returns the position of a topic. It reports false if nothing was read of k.
func (t *topics) find(k topicKey) (int, bool) {
	var i int32
	var ok bool
	switch {
	case k.goal == "":
		i, ok = t.metrics[k.metric]
	case k.metric == "":
		i, ok = t.goals[k.goal]
	}
	return int(i), ok
}

// is reports whether topic i is there and named k.
func (t *topics) is(i int, k topicKey) bool { return i < len(t.list) && t.list[i].topicKey == k }

// open returns the position of the topic that k names, a metric or a goal, of a
// new one if there is none.
func (t *topics) open(k topicKey, channel string) int {
	if i, ok := t.find(k); ok {
		return i
	}
	if t.metrics == nil {
		t.metrics, t.goals = make(map[string]int32), make(map[string]int32)
	}
	i := len(t.list)
	t.list = append(t.list, topic{topicKey: k, first: channelSeries{channel: channel}})
	if k.goal == "" {
		t.metrics[k.metric] = int32(i)
	} else {
		t.goals[k.goal] = int32(i)
	}
	return i
}

// A finder finds topics one after the other. It looks for the last one's
// neighbour first, until that has been in vain too often.
type finder struct {
	*topics
	last, misses int
}

func (f *finder) find(k topicKey) (int, bool) {
	const patience = 16
	if f.misses < patience {
		for i := f.last; i <= f.last+1; i++ {
			if f.is(i, k) {
				f.last, f.misses = i, 0
				return i, true
			}
		}
		f.misses++
	}
	i, ok := f.topics.find(k)
	if ok {
		f.last = i
	}
	return i, ok
}
