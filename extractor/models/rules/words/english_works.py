"""English words of works: what is built, as the head of a project's name, and where they stand."""

from functools import lru_cache

from extractor.patterns import Pattern

WORKS_EN = frozenset(
    """
    abattoir abattoirs academy accelerator accelerators airport airports airstrip
    apartment apartments aquapark aquaparks aquarium aqueduct arcade arcades arena
    avenue bakeries bakery barn barns barrage base bases bazaar berth berths
    biodigester biofoundry biolab biorefineries biorefinery block blocks boardwalk
    boatyard boatyards boiler boilers borehole boreholes bottlery boulevard
    breweries brewery brickworks brickyard brickyards bridge bridges building
    buildings bypass cable cableway cableways camp camps campsite campsites campus
    campuses canal canneries cannery car cars causeway cementworks center centers
    centre centres cinema city cleanroom cleanrooms clinic clinics clubhouse cluster
    clusters coldstore coldstores college colleges collieries colliery communities
    community complex complexes condominium condominiums conversion course court
    creamery crematoria crematorium crusher crushers dairy dam dams datacenter
    datacentre depot depots desalination digester digesters distilleries distillery
    dock docks dormitories dormitory drydock drydocks dyehouse dyehouses dyeworks
    electrolyser electrolyzer embankment estate estates exchange expansion
    expressway expressways extension fab fabs facilities facility factories factory
    farm farmland farms feedlot feedlots feedmill feedmills ferry field fields
    fishery fishpond fishponds flat flats fleet flyover flyovers foundries foundry
    freezer freezers furnace gallery garage garages garden gasfield gasfields
    gasworks gigafactories gigafactory ginnery glasshouse glasshouses glassworks
    godown godowns granary greenhouse greenhouses grid grids ground grounds gym hall
    halls hangar hangars harbor harbors harbour harbours hatcheries hatchery
    headquarters headworks heightening heliport heliports highway highways home
    homes homestay homestays hospital hospitals hostel hostels hotel hotels house
    houses housing hub hubs incinerator incinerators incubator incubators inn inns
    institute institutes interchange interconnector ironworks island jetties jetty
    kiln kilns kindergarten kindergartens kitchen kitchens lab laboratories
    laboratory labs landfill landfills levee levees line lines lodge lodges loop
    mall malls marina market marketplace metalworks metro microgrid mill mills mine
    mines mini-grids minigrid modernisation modernization monorail museum museums
    network networks nurseries nursery observatory office offices oilfield oilfields
    orchard orchards outlet outlets overpass packhouse packhouses park parks
    pavilion pavilions penstock pharmacies pharmacy pier piers pipeline pipelines
    planetarium plant plantation plantations plants platform platforms plaza plazas
    pond ponds pool pools port ports precinct precincts press presses printworks
    project projects promenade quarries quarry quarters quay quays railway railways
    ranch ranches reactor reactors reconstruction redevelopment refineries refinery
    refurbishment relocation renovation reservoir reservoirs residence residences
    resort resorts restoration retrofit revamp rink road roads roastery room rooms
    ropeway ropeways runway saltworks sanatorium sawmill sawmills school schools
    seaport servers sewer sewers shaft shafts shed sheds shipyard shipyards shop
    shops showroom showrooms silo silos site sites slaughterhouse slaughterhouses
    slipway slipways smelter smelters smokehouse spa spaceport spas square stadium
    station stations steelworks storage store stores studio studios substation
    substations subway supermarket supermarkets system tanneries tannery terminal
    terminals theater theaters theatre theatres tower towers town towns township
    townships track tracks trail trails tramway tunnel tunnels turbine turbines
    underpass unit units universities university upgrade valley vault vaults
    velodrome venture viaduct viaducts villa village villages villas vineyard
    vineyards ward wards warehouse warehouses waterfront waterpark waterparks
    waterworks weir wharf wharves windfarm windfarms windmill windmills wineries
    winery wing wings works workshop workshops yard yards zone zoo
    """.split()  # noqa: SIM905  a list of that length is read as running text
)
"""What is built, in English, as the head of a name."""
_WORD_EN = Pattern(r"[A-Za-z]{3,}")
_WORKS_FORMS = WORKS_EN | {word.capitalize() for word in WORKS_EN}


def works_in(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return where the English words of works stand in a range: start and end of each."""
    works = _all_works(text)
    if start == 0 and end is None:
        return works
    last = len(text) if end is None else end
    return tuple(span for span in works if start <= span[0] and span[1] <= last)


def words_in(text: str) -> list[str]:
    """Return the English words of three letters and more."""
    return _WORD_EN.findall(text)


def has_works(words: list[str]) -> bool:
    """Return whether one of some English words is one of works."""
    return not _WORKS_FORMS.isdisjoint(words)


@lru_cache(maxsize=256)
def _all_works(text: str) -> tuple[tuple[int, int], ...]:
    """Remember the sentences of an article: every reader of projects asks for the same."""
    return tuple(
        [found.span() for found in _WORD_EN.finditer(text) if found.group() in _WORKS_FORMS]
    )
