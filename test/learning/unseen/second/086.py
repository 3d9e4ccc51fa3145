# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.pipeline import Pipeline
from sklearn.decomposition import PCA
from sklearn.svm import SVC
from sklearn.model_selection import cross_val_predict, learning_curve, StratifiedKFold
from sklearn.metrics import classification_report, roc_auc_score
import matplotlib.pyplot as plt

# %%
park = pd.read_csv('parkinsons.data')
y = park['status'].values
X = park.drop(columns=['name', 'status'])
X.shape

# %%
X_scaled = StandardScaler().fit_transform(X)
plt.figure(figsize=(12, 4))
plt.boxplot(X_scaled)
plt.xticks(range(1, X.shape[1] + 1), X.columns, rotation=90)
plt.show()

# %%
model = Pipeline([
    ('sc', StandardScaler()),
    ('pca', PCA(n_components=10)),
    ('svm', SVC(C=10, gamma='scale', probability=True, class_weight='balanced')),
])
cv = StratifiedKFold(n_splits=10, shuffle=True, random_state=17)

# %%
p = cross_val_predict(model, X, y, cv=cv, method='predict_proba')[:, 1]
print(classification_report(y, p > .5))
print('AUC', roc_auc_score(y, p))

# %%
sizes, tr, te = learning_curve(model, X, y, cv=cv, train_sizes=np.linspace(.2, 1, 6), scoring='roc_auc', n_jobs=-1)
plt.figure()
plt.fill_between(sizes, te.mean(1) - te.std(1), te.mean(1) + te.std(1), alpha=.2)
plt.plot(sizes, tr.mean(1), 'o-', label='train')
plt.plot(sizes, te.mean(1), 'o-', label='cv')
plt.legend(); plt.xlabel('n')

# %%
model.fit(X, y)
import pickle; pickle.dump(model, open('park_svm.pkl', 'wb'))
