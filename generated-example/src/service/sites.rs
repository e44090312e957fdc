//! What the services know of the web. The first site is that of the original's published sample
//! answer; the numbers of the others are made up.

/// A site.
pub(super) struct Site {
    /// Its name, as a caller writes it, without `www.`.
    pub(super) name: &'static str,
    /// Its number at Amazon, if it has one.
    pub(super) asin: Option<&'static str>,
    /// How many sites are more popular, and one.
    pub(super) rank: u32,
}

const SITES: [Site; 3] = [
    Site { name: "amazon.com", asin: Some("B0000690L4"), rank: 17 },
    Site { name: "alexa.com", asin: None, rank: 942 },
    Site { name: "a9.com", asin: None, rank: 1_530 },
];

/// The site at an address, with or without `http://`, `www.` and a slash at the end.
pub(super) fn find(url: &str) -> Option<&'static Site> {
    let name = url.strip_prefix("http://").unwrap_or(url);
    let name = name.strip_prefix("www.").unwrap_or(name).trim_end_matches('/');
    SITES.iter().find(|site| site.name == name)
}

/// A category of sites.
pub(super) struct Category {
    /// The titles from the top to it, with `/` between.
    pub(super) path: &'static str,
    /// What is in it.
    pub(super) description: &'static str,
    /// How many categories are in it.
    pub(super) categories: u32,
    /// How many sites are in it and below.
    pub(super) sites: u32,
}

const CATEGORIES: [Category; 4] = [
    Category { path: "Top/Arts", description: "Pictures and music.", categories: 41, sites: 310 },
    Category { path: "Top/Computers", description: "Machines.", categories: 2, sites: 124 },
    Category {
        path: "Top/Computers/Internet",
        description: "What connects them.",
        categories: 0,
        sites: 86,
    },
    Category {
        path: "Top/Computers/Programming",
        description: "What they are told.",
        categories: 0,
        sites: 38,
    },
];

impl Category {
    /// The last of the titles.
    pub(super) fn title(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

/// The categories straight in the one at `path`; `None` where there is no such category.
pub(super) fn categories(path: &str) -> Option<impl Iterator<Item = &'static Category>> {
    let path = path.trim_end_matches('/');
    let is_known = path == "Top" || CATEGORIES.iter().any(|category| category.path == path);
    let parent = path.to_owned();
    is_known.then(|| {
        CATEGORIES.iter().filter(move |category| {
            category.path.rsplit_once('/').is_some_and(|(before, _)| before == parent)
        })
    })
}
