# expected: clean
# found: clean
# %%
import pandas as pd
from imblearn.pipeline import Pipeline as ImbPipeline
from imblearn.over_sampling import SMOTE
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, RandomizedSearchCV, train_test_split
from sklearn.metrics import average_precision_score, classification_report
from scipy.stats import loguniform
# %%
cc = pd.read_csv("creditcard.csv").drop_duplicates()
y = cc.pop("Class")
cc["hour"] = (cc["Time"] // 3600) % 24
cc = cc.drop(columns=["Time"])
# %%
X_dev, X_hold, y_dev, y_hold = train_test_split(cc, y, test_size=0.2, stratify=y, random_state=0)
# %%
pipe = ImbPipeline(steps=[
    ("scale", StandardScaler()),
    ("over", SMOTE(sampling_strategy=0.1, random_state=0)),
    ("clf", LogisticRegression(max_iter=2000)),
])
search = RandomizedSearchCV(pipe, {"clf__C": loguniform(1e-3, 1e2), "over__k_neighbors": [3, 5, 7]},
                            n_iter=20, scoring="average_precision",
                            cv=StratifiedKFold(5, shuffle=True, random_state=0), n_jobs=-1)
search.fit(X_dev, y_dev)
search.best_params_
# %%
best = search.best_estimator_
p_hold = best.predict_proba(X_hold)[:, 1]
print("AP:", average_precision_score(y_hold, p_hold))
print(classification_report(y_hold, best.predict(X_hold)))
