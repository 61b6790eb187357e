package kpi

type seriesKey struct {
	topicKey
	channel string
}

// A versionKey names the reading that versions belong to.
type versionKey struct {
	seriesKey
	id string
}

func (o *Observation) versionKey() versionKey { return versionKey{o.seriesKey(), o.ID} }

// A version is one of several observations with an id, and its place in the list
// that it came in.
type version struct {
	Observation
	index int
}

// versions finds the version in force of every reading with an id: the one with
// the highest revision.
type versions struct {
	held  map[versionKey]version
	clash map[versionKey][]int // versions with the highest revision that say something else
	base  *versions            // versions from earlier; only looked at
}

func newVersions(base *versions) *versions {
	return &versions{make(map[versionKey]version), make(map[versionKey][]int), base}
}

func (v *versions) inForce(k versionKey) (version, bool) {
	for ; v != nil; v = v.base {
		if held, ok := v.held[k]; ok {
			return held, true
		}
	}
	return version{}, false
}

// offer puts observation i in force unless a higher revision is.
func (v *versions) offer(i int, o *Observation) {
	k := o.versionKey()
	held, ok := v.inForce(k)
	switch {
	case !ok || held.Revision < o.Revision:
		v.held[k] = version{*o, i}
		delete(v.clash, k)
	case held.Revision == o.Revision && !held.sameReading(o):
		v.clash[k] = append(v.clash[k], i)
	}
}

// clashes reports the versions that contradict the one in force.
func (v *versions) clashes(faults *faultList, obs []Observation) {
	for _, clash := range v.clash {
		for _, i := range clash {
			faults.add(i, &Problem{
				Field: "revision", Reason: ErrObservation, Value: Clip(obs[i].ID),
				Detail: "another version with this id and revision differs",
			})
		}
	}
}

// holds reports whether o is in force, or has no other versions.
func (v *versions) holds(o *Observation) bool {
	if o.ID == "" {
		return true
	}
	held, ok := v.inForce(o.versionKey())
	return ok && held.Revision == o.Revision && held.sameReading(o)
}

// sameReading reports whether two versions say the same.
func (o *Observation) sameReading(p *Observation) bool {
	if o.Withdrawn || p.Withdrawn {
		return o.Withdrawn == p.Withdrawn
	}
	return o.Value.Equal(p.Value) && o.At.Equal(p.At) && o.Period.Equal(p.Period)
}
