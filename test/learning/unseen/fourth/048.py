# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split, cross_val_score
from sklearn.preprocessing import StandardScaler
from sklearn.pipeline import make_pipeline
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC
from sklearn.ensemble import RandomForestClassifier
# %%
park = pd.read_csv('parkinsons.data').drop(columns='name')
y = park['status'].to_numpy()
X = park.drop(columns='status').to_numpy()
# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=7, stratify=y)
# %%
candidates = {
    'logreg': make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)),
    'svc': make_pipeline(StandardScaler(), SVC(C=10)),
    'rf': RandomForestClassifier(n_estimators=300, random_state=7),
}
cv_scores = {}
for nm, est in candidates.items():
    s = cross_val_score(est, X_train, y_train, cv=5, scoring='f1')
    cv_scores[nm] = s.mean()
    print(f'{nm}: {s.mean():.3f} +/- {s.std():.3f}')
# %%
winner = max(cv_scores, key=cv_scores.get)
final_model = candidates[winner].fit(X_train, y_train)
# %%
print(winner, 'test accuracy', final_model.score(X_test, y_test))
