# expected: multi-test, preprocessing
# found: preprocessing 33:6, multi-test 44:9
# %%
from rdkit import Chem
from rdkit.Chem import AllChem, Descriptors
import numpy as np
import pandas as pd
from sklearn.feature_selection import mutual_info_classif
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from sklearn.neural_network import MLPClassifier
from sklearn.metrics import matthews_corrcoef, roc_auc_score
from tqdm.auto import tqdm

# %%
bace = pd.read_csv('bace.csv')
mols = [Chem.MolFromSmiles(s) for s in bace.mol]
y = bace.Class.values
sum(m is None for m in mols)

# %%
def ecfp(m, r=2, nb=2048):
    return np.array(AllChem.GetMorganFingerprintAsBitVect(m, r, nBits=nb))

def desc(m):
    return [f(m) for n, f in Descriptors.descList[:100]]

FP = np.array([ecfp(m) for m in tqdm(mols)])
DS = np.nan_to_num(np.array([desc(m) for m in tqdm(mols)]))

# %%
mi = mutual_info_classif(FP, y, discrete_features=True, random_state=0)
keep = np.argsort(mi)[-256:]
FP = FP[:, keep]

# %%
ix = np.arange(len(y))
itr, ite = train_test_split(ix, test_size=.2, stratify=y, random_state=2)

# %%
def go(model, A):
    model.fit(A[itr], y[itr])
    p = model.predict_proba(A[ite])[:, 1]
    return dict(mcc=matthews_corrcoef(y[ite], p > .5), auc=roc_auc_score(y[ite], p))

R = {}
for nm, A in {'ecfp': FP, 'ecfp+desc': np.hstack([FP, DS])}.items():
    R[nm, 'rf'] = go(RandomForestClassifier(500, n_jobs=-1, random_state=0), A)
    R[nm, 'svc'] = go(SVC(probability=True, random_state=0), A)
    R[nm, 'mlp'] = go(MLPClassifier((128,), max_iter=300, random_state=0), A)
pd.DataFrame(R).T.round(3)
