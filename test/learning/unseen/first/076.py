# expected: multi-test, preprocessing
# found: preprocessing 42:10, preprocessing 85:20, multi-test 106:13
# %% [markdown]
# # Predictive maintenance - turbofan (C-MAPSS FD001)
# *internal POC, contact: data-science team*
#
# Idea: classify whether an engine will fail within the next 30 cycles.

# %%
import os
import sys
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.preprocessing import StandardScaler, QuantileTransformer
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier, GradientBoostingClassifier
from sklearn.svm import LinearSVC
from sklearn.metrics import f1_score, precision_score, recall_score, accuracy_score

pd.options.display.max_columns = 50
sns.set_context('talk')

# %%
DATA = os.environ.get('CMAPSS', './CMAPSSData')
W1 = 30
sensors = ['s%d' % i for i in range(1, 22)]
names = ['unit', 'cycle', 'op1', 'op2', 'op3'] + sensors

# %%
raw = pd.read_csv(os.path.join(DATA, 'train_FD001.txt'), sep=r'\s+', header=None, names=names)
raw.head()

# %%
raw.groupby('unit').cycle.max().hist(bins=20)
plt.xlabel('life time [cycles]')

# %%
def add_rul(df):
    mx = df.groupby('unit')['cycle'].transform('max')
    df = df.copy()
    df['RUL'] = mx - df['cycle']
    df['label'] = np.where(df['RUL'] <= W1, 1, 0)
    return df

raw = add_rul(raw)
raw[['unit', 'cycle', 'RUL', 'label']].tail()

# %%
# sensor curves for some engines
fig, axes = plt.subplots(7, 3, figsize=(20, 24), sharex=True)
for s, ax in zip(sensors, axes.ravel()):
    for u in (1, 5, 17):
        part = raw[raw.unit == u]
        ax.plot(part.RUL, part[s])
    ax.set_ylabel(s)
plt.tight_layout()

# %%
constant = ['s1', 's5', 's6', 's10', 's16', 's18', 's19', 'op3']
raw = raw.drop(columns=constant)
used = [s for s in sensors if s not in constant]

# %%
def rolling_feats(df, w=5):
    """mean and std of the last w cycles of the same engine"""
    df = df.sort_values(['unit', 'cycle']).copy()
    g = df.groupby('unit')[used]
    a = g.rolling(w, min_periods=1).mean().reset_index(level=0, drop=True)
    s = g.rolling(w, min_periods=1).std().reset_index(level=0, drop=True).fillna(0)
    a.columns = [c + '_av' for c in used]
    s.columns = [c + '_sd' for c in used]
    return pd.concat([df, a, s], axis=1)

feat_df = rolling_feats(raw)
feat_df.shape

# %%
def get_splits(df, test_units=20, kind='std', seed=0):
    cols = [c for c in df.columns if c not in ('unit', 'cycle', 'RUL', 'label')]
    scaler = StandardScaler() if kind == 'std' else QuantileTransformer(output_distribution='normal')
    scaled = df.copy()
    scaled[cols] = scaler.fit_transform(df[cols])
    units = scaled.unit.unique()
    rs = np.random.RandomState(seed)
    held = rs.choice(units, test_units, replace=False)
    is_held = scaled.unit.isin(held)
    return (scaled.loc[~is_held, cols], scaled.loc[is_held, cols],
            scaled.loc[~is_held, 'label'], scaled.loc[is_held, 'label'])

# %%
X_train, X_test, y_train, y_test = get_splits(feat_df)
print(X_train.shape, X_test.shape, y_train.mean(), y_test.mean())

# %%
def binary_metrics(model_name, y_true, y_hat):
    return pd.DataFrame({'accuracy': [accuracy_score(y_true, y_hat)],
                         'precision': [precision_score(y_true, y_hat)],
                         'recall': [recall_score(y_true, y_hat)],
                         'f1': [f1_score(y_true, y_hat)]}, index=[model_name])

def run(model_name, estimator):
    estimator.fit(X_train, y_train)
    y_hat = estimator.predict(X_test)
    m = binary_metrics(model_name, y_test, y_hat)
    print(m.to_string())
    return estimator, m

# %%
lr, m_lr = run('Logistic Regression', LogisticRegression(max_iter=3000, C=.3))

# %%
svm, m_svm = run('Linear SVM', LinearSVC(dual=False))

# %%
rf, m_rf = run('Random Forest', RandomForestClassifier(300, min_samples_leaf=5, n_jobs=-1, random_state=123))

# %%
gb, m_gb = run('GBM', GradientBoostingClassifier(n_estimators=150))

# %%
metrics_compare = pd.concat([m_lr, m_svm, m_rf, m_gb])
metrics_compare.sort_values('f1', ascending=False)

# %%
metrics_compare.plot.bar(figsize=(12, 5), rot=0)
plt.ylim(.7, 1)

# %%
pd.Series(rf.feature_importances_, X_train.columns).nlargest(12).plot.barh()

# %% [markdown]
# Recommendation: go with the best F1 model for the pilot.
