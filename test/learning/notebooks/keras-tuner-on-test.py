# expected: multi-test
# found: multi-test 13:7
import keras_tuner as kt
from tensorflow import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
def build(hp):
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(hp.Int('units', 32, 512), activation='relu')])
    model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
tuner = kt.RandomSearch(build, objective='val_accuracy', max_trials=5)
tuner.search(x_train, y_train, epochs=5, validation_data=(x_test, y_test))
best = tuner.get_best_models()[0]
print(tuner.evaluate(x_test, y_test))
