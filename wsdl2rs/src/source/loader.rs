//! How documents are read: from disk, or from memory.
//!
//! The only file of the generator that reads from disk. A document may name files below the
//! folders that the user named; where the user named the file itself, anything goes. No network.
#![expect(clippy::disallowed_methods, reason = "documents are read here")]

#[cfg(test)]
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// Who named a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedBy {
    /// The user, on the command line, in the configuration or in a catalog.
    User,
    /// A document, by a location.
    Document,
}

/// What a file is, whatever path led to it. For comparison, never for display.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileKey(PathBuf);

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoadError {
    /// There is none.
    NotFound,
    /// It lies outside the folders that documents may name.
    Outside,
    /// It is a folder or a device.
    NotAFile,
    /// It has more bytes than the limit.
    TooLarge,
    /// The user may not read it.
    Denied,
    /// Reading failed for another reason.
    Failed,
}

/// Reads documents.
pub(crate) trait Loader {
    /// Finds the file at `path`.
    ///
    /// # Errors
    /// When there is none, or when who named it may not name it.
    fn locate(&self, path: &str, named_by: NamedBy) -> Result<FileKey, LoadError>;

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// When it is larger, or cannot be read.
    fn read(&self, file: &FileKey, limit: usize) -> Result<Vec<u8>, LoadError>;
}

/// Reads documents from disk.
#[derive(Debug)]
pub(crate) struct FileLoader {
    /// The folders below which documents may name files, canonical.
    folders: Vec<PathBuf>,
    /// The folders of the entry documents, canonical.
    entries: Vec<PathBuf>,
}

/// How many folders below the root of the file system a schema beside an entry's folder must share
/// with it.
const SHARED_FOLDERS: usize = 2;

impl FileLoader {
    /// A loader for documents below the folders of `entries` and below `include`.
    ///
    /// Where an entry lies below the working directory, so may what it imports: schemas that
    /// belong together often lie in folders side by side.
    pub(crate) fn new(entries: &[String], include: &[String]) -> Self {
        let working = fs::canonicalize(".").ok().filter(|folder| folder.parent().is_some());
        let mut folders: Vec<PathBuf> =
            include.iter().filter_map(|folder| fs::canonicalize(folder).ok()).collect();
        let mut entry_folders = Vec::new();
        for entry in entries {
            let folder = match Path::new(entry).parent() {
                Some(folder) if !folder.as_os_str().is_empty() => folder,
                _ => Path::new("."),
            };
            let Ok(folder) = fs::canonicalize(folder) else { continue };
            entry_folders.push(folder.clone());
            match &working {
                Some(working) if folder.starts_with(working) => folders.push(working.clone()),
                _ => folders.push(folder),
            }
        }
        Self { folders, entries: entry_folders }
    }

    /// Whether a document may name this file: one below the folders, or a schema that lies beside
    /// an entry's folder. Published schemas refer to their neighbours (`../common/types.xsd`), and
    /// a path out of the project, such as `../../../etc/passwd`, shares too little with it.
    fn allows(&self, file: &Path) -> bool {
        let is_below = self.folders.iter().any(|folder| file.starts_with(folder));
        is_below
            || (is_named_as_schema(file) && self.entries.iter().any(|entry| shares(entry, file)))
    }
}

/// Whether a name is one that schemas have.
fn is_named_as_schema(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["xsd", "wsdl", "xml"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// Whether two paths have enough folders in common.
fn shares(folder: &Path, file: &Path) -> bool {
    let common = folder.components().zip(file.components()).take_while(|(a, b)| a == b);
    let named = common.filter(|(component, _)| matches!(component, Component::Normal(_)));
    named.count() >= SHARED_FOLDERS
}

impl Loader for FileLoader {
    fn locate(&self, path: &str, named_by: NamedBy) -> Result<FileKey, LoadError> {
        let found = fs::canonicalize(path);
        if named_by == NamedBy::Document {
            // Nothing is told of what lies outside, not even whether it is there.
            let place = found.as_ref().map_or_else(|_| as_if_there(path), PathBuf::clone);
            if !self.allows(&place) {
                return Err(LoadError::Outside);
            }
        }
        found.map(FileKey).map_err(|error| load_error(&error))
    }

    fn read(&self, file: &FileKey, limit: usize) -> Result<Vec<u8>, LoadError> {
        let metadata = fs::metadata(&file.0).map_err(|error| load_error(&error))?;
        if !metadata.is_file() {
            return Err(LoadError::NotAFile);
        }
        let opened = fs::File::open(&file.0).map_err(|error| load_error(&error))?;
        let mut bytes = Vec::new();
        let mut limited = opened.take(limit as u64 + 1);
        limited.read_to_end(&mut bytes).map_err(|error| load_error(&error))?;
        if bytes.len() > limit { Err(LoadError::TooLarge) } else { Ok(bytes) }
    }
}

/// Where a file that cannot be found would lie; links are followed as far as there are any.
fn as_if_there(path: &str) -> PathBuf {
    let mut place = fs::canonicalize(".").unwrap_or_default();
    for component in Path::new(path).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                place.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                place.push(component);
                place = fs::canonicalize(&place).unwrap_or(place);
            }
        }
    }
    place
}

fn load_error(error: &io::Error) -> LoadError {
    let kind = error.kind();
    if matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) {
        LoadError::NotFound
    } else if kind == io::ErrorKind::PermissionDenied {
        LoadError::Denied
    } else {
        LoadError::Failed
    }
}

/// Reads documents from memory, by path.
#[cfg(test)]
#[derive(Clone, Debug, Default)]
pub(crate) struct MemoryLoader {
    files: BTreeMap<String, Vec<u8>>,
}

#[cfg(test)]
impl MemoryLoader {
    /// Adds a document.
    #[must_use]
    pub(crate) fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), content.into());
        self
    }
}

#[cfg(test)]
impl Loader for MemoryLoader {
    fn locate(&self, path: &str, named_by: NamedBy) -> Result<FileKey, LoadError> {
        if named_by == NamedBy::Document && path.starts_with("..") {
            return Err(LoadError::Outside);
        }
        match self.files.get_key_value(path.trim_start_matches("./")) {
            Some((path, _)) => Ok(FileKey(PathBuf::from(path))),
            None => Err(LoadError::NotFound),
        }
    }

    fn read(&self, file: &FileKey, limit: usize) -> Result<Vec<u8>, LoadError> {
        let bytes = file.0.to_str().and_then(|path| self.files.get(path));
        let bytes = bytes.ok_or(LoadError::NotFound)?;
        if bytes.len() > limit { Err(LoadError::TooLarge) } else { Ok(bytes.clone()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder for one test, removed when it is dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let name = format!("wsdl2rs-loader-{name}-{}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            for (path, text) in files {
                let file = folder.join(path);
                fs::create_dir_all(file.parent().expect("it is in the folder")).expect("writable");
                fs::write(file, text).expect("writable");
            }
            Self(folder)
        }

        fn path(&self, path: &str) -> String {
            self.0.join(path).to_string_lossy().into_owned()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn documents_name_files_below_the_folders_of_the_user() {
        let files =
            ["w/s.wsdl", "w/t/a.xsd", "x/b.xsd", "x/b.txt", "secret"].map(|file| (file, ""));
        let folder = Folder::new("folders", &files);
        let entries = [folder.path("w/s.wsdl")];
        let alone = FileLoader::new(&entries, &[]);
        let including = FileLoader::new(&entries, &[folder.path("x")]);
        let rows: [(&str, bool, bool); 6] = [
            ("w/s.wsdl", true, true),
            ("w/t/a.xsd", true, true),
            ("w/t/../../w/t/a.xsd", true, true),
            ("w/../x/b.xsd", true, true),
            ("w/../x/b.txt", false, true),
            ("w/../secret", false, false),
        ];
        for (path, in_folder, included) in rows {
            let path = folder.path(path);
            let allowed = |loader: &FileLoader| loader.locate(&path, NamedBy::Document).is_ok();
            assert_eq!((allowed(&alone), allowed(&including)), (in_folder, included), "{path}");
            assert!(alone.locate(&path, NamedBy::User).is_ok(), "{path}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_schema_beside_the_folder_shares_two_folders_with_it() {
        let rows = [
            ("/home/u/p/wsdl", "/home/u/p/common/a.xsd", true),
            ("/home/u/p/wsdl", "/home/u/a.xsd", true),
            ("/home/u/p/wsdl", "/home/a.xsd", false),
            ("/home/u/p/wsdl", "/etc/a.xsd", false),
            ("/srv", "/srv/a.xsd", false),
        ];
        for (folder, file, expected) in rows {
            assert_eq!(shares(Path::new(folder), Path::new(file)), expected, "{folder} {file}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_do_not_lead_out() {
        let folder = Folder::new("links", &[("w/s.wsdl", ""), ("secret", "")]);
        let link = folder.path("w/link.xsd");
        std::os::unix::fs::symlink(folder.path("secret"), &link).expect("links can be made");
        let loader = FileLoader::new(&[folder.path("w/s.wsdl")], &[]);
        assert_eq!(loader.locate(&link, NamedBy::Document), Err(LoadError::Outside));
    }

    #[test]
    fn nothing_is_told_of_what_lies_outside() {
        let folder = Folder::new("outside", &[("w/s.wsdl", ""), ("secret", "")]);
        let loader = FileLoader::new(&[folder.path("w/s.wsdl")], &[]);
        for (path, error) in [
            ("w/none.xsd", LoadError::NotFound),
            ("w/../w/none", LoadError::NotFound),
            ("w/none/../none", LoadError::NotFound),
            ("w/../secret", LoadError::Outside),
            ("w/../none", LoadError::Outside),
            ("w/none/../../none", LoadError::Outside),
        ] {
            let found = loader.locate(&folder.path(path), NamedBy::Document);
            assert_eq!(found, Err(error), "{path}");
        }
    }

    #[test]
    fn what_cannot_be_read() {
        let folder = Folder::new("errors", &[("s.wsdl", "12345"), ("t/a.xsd", "")]);
        let loader = FileLoader::new(&[folder.path("s.wsdl")], &[]);
        let missing = loader.locate(&folder.path("none.xsd"), NamedBy::Document);
        assert_eq!(missing, Err(LoadError::NotFound));
        let beyond = loader.locate(&folder.path("s.wsdl/none.xsd"), NamedBy::Document);
        assert_eq!(beyond, Err(LoadError::NotFound));
        let file = loader.locate(&folder.path("s.wsdl"), NamedBy::Document).expect("it is there");
        assert_eq!(loader.read(&file, 5), Ok(b"12345".to_vec()));
        assert_eq!(loader.read(&file, 4), Err(LoadError::TooLarge));
        let inner = loader.locate(&folder.path("t"), NamedBy::Document).expect("it is there");
        assert_eq!(loader.read(&inner, 5), Err(LoadError::NotAFile));
    }
}
