# expected: clean
# found: clean
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Flatten
from sklearn.model_selection import train_test_split

images = np.load('faces.npy')
labels = np.load('labels.npy')
images = images.astype('float32') / 255.0
images = images.reshape(len(images), 48, 48, 1)
x_train, x_test, y_train, y_test = train_test_split(images, labels, test_size=0.1)
model = Sequential([Flatten(), Dense(64, activation='relu'), Dense(7, activation='softmax')])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=20, validation_split=0.1)
print(model.evaluate(x_test, y_test))
