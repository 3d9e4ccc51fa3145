# expected: preprocessing
# found: preprocessing 22:22
# %%
from tpot import TPOTClassifier
from sklearn.model_selection import train_test_split
from sklearn.impute import KNNImputer
from sklearn.metrics import balanced_accuracy_score
import pandas as pd
import numpy as np

# %%
hep = pd.read_csv('hepatitis.data', header=None, na_values='?')
hep.columns = ['class', 'age', 'sex', 'steroid', 'antivirals', 'fatigue', 'malaise', 'anorexia', 'liver_big',
               'liver_firm', 'spleen', 'spiders', 'ascites', 'varices', 'bilirubin', 'alk', 'sgot', 'albumin',
               'protime', 'histology']
hep.isna().mean().round(2)

# %%
target = hep['class'].values - 1
feats = hep.drop('class', axis=1)
imp = KNNImputer(n_neighbors=5, weights='distance')
feats = pd.DataFrame(imp.fit_transform(feats), columns=feats.columns)

# %%
X_train, X_test, y_train, y_test = train_test_split(feats, target, train_size=0.75, stratify=target, random_state=42)

# %%
tpot = TPOTClassifier(generations=10, population_size=40, cv=5, scoring='balanced_accuracy',
                      random_state=42, verbosity=2, n_jobs=-1)
tpot.fit(X_train, y_train)

# %%
print(tpot.score(X_test, y_test))
tpot.export('tpot_hepatitis.py')

# %%
tpot.fitted_pipeline_
