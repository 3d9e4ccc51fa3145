# expected: clean
# found: clean
import numpy as np
from sklearn.ensemble import IsolationForest
from sklearn.inspection import DecisionBoundaryDisplay
from sklearn.model_selection import train_test_split

points = np.load('points.npy')
kind = np.load('kind.npy')
near, far, near_kind, far_kind = train_test_split(points, kind, random_state=3)
forest = IsolationForest(random_state=3)
forest.fit(near)
picture = DecisionBoundaryDisplay.from_estimator(forest, points, response_method='predict')
picture.ax_.scatter(points[:, 0], points[:, 1], c=kind)
