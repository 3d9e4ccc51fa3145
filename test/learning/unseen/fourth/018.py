# expected: multi-test, preprocessing
# found: preprocessing 20:11, preprocessing 22:11, multi-test 40:14
# %%
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, f1_score

SEED = 1234

# %%
def load(path="data/har_features.npz"):
    z = np.load(path)
    return z["feat"], z["lab"]

def reduce_dim(mat, k=50):
    mat = StandardScaler().fit_transform(mat)
    pca = PCA(n_components=k, random_state=SEED)
    out = pca.fit_transform(mat)
    print("explained var:", pca.explained_variance_ratio_.sum())
    return out

# %%
feat, lab = load()
Z = reduce_dim(feat)

# %%
idx = np.arange(len(Z))
tr, te = train_test_split(idx, test_size=0.3, random_state=SEED, stratify=lab)

# %%
table = {}
for kern in ("linear", "poly", "rbf"):
    for C in (0.1, 1, 10):
        clf = SVC(kernel=kern, C=C)
        clf.fit(Z[tr], lab[tr])
        ph = clf.predict(Z[te])
        table[(kern, C)] = dict(acc=accuracy_score(lab[te], ph),
                                f1=f1_score(lab[te], ph, average="macro"))
# %%
pd.DataFrame(table).T.sort_values("f1", ascending=False).head()
